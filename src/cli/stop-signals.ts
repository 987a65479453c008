import type { StopSignal } from '../app/interruption.ts'
import type { Terminal } from './terminal.ts'

const SIGNALS: readonly StopSignal[] = ['SIGINT', 'SIGTERM']

const STOPPING =
  '\n正在收尾：等待已发出的请求；再按一次立即结束。 / stopping: waiting for what is in flight; once more to end at once.\n'

/**
 * Runs a job that SIGINT and SIGTERM end politely: the first one aborts the signal that the job is given, the second ends
 * the process as it would without us.
 */
export async function stoppable<Result>(
  terminal: Terminal,
  job: (signal: AbortSignal) => Promise<Result>,
): Promise<Result> {
  const controller = new AbortController()
  const forget = (): void => {
    for (const name of SIGNALS) process.off(name, stop)
  }
  const stop = (name: NodeJS.Signals): void => {
    forget()
    terminal.err(STOPPING)
    controller.abort(name)
  }
  for (const name of SIGNALS) process.on(name, stop)
  return job(controller.signal).finally(forget)
}
