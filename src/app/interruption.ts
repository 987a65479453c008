import { EXIT, InputError } from '../core/errors.ts'

/** What may end a job before its time. */
export type StopSignal = 'SIGINT' | 'SIGTERM'

/** Milliseconds that answers on their way are waited for once a job is told to stop. */
const GRACE = 10_000

/** The signal that aborted, where one did. */
const signalOf = (signal: AbortSignal): StopSignal => (signal.reason === 'SIGTERM' ? 'SIGTERM' : 'SIGINT')

/**
 * What a job that was told to stop ends with: how to go on, and the exit code of the signal. `store` is the database that
 * holds what is known by then.
 */
export function interruption(signal: AbortSignal, store: string): InputError {
  const message =
    '已中断，已得到的结果都已保存；加 --resume 重新运行即可继续。 / interrupted; everything that was answered is stored: run the same command with --resume to go on.'
  const code = signalOf(signal) === 'SIGTERM' ? EXIT.terminated : EXIT.interrupted
  return new InputError([{ file: store, message }], code)
}

/**
 * Waits for `work`, and once `signal` aborts for no longer than the grace: what has not come by then is asked again by
 * whoever resumes. `work` must begin nothing new after the signal.
 */
export async function withinGrace(work: Promise<unknown>, signal: AbortSignal, grace = GRACE): Promise<void> {
  let timer: NodeJS.Timeout | undefined
  let onAbort = (): void => undefined
  const patience = new Promise<void>((resolve) => {
    onAbort = () => {
      timer = setTimeout(resolve, grace)
    }
    if (signal.aborted) onAbort()
    else signal.addEventListener('abort', onAbort, { once: true })
  })
  try {
    await Promise.race([work, patience])
  } finally {
    signal.removeEventListener('abort', onAbort)
    clearTimeout(timer)
  }
}
