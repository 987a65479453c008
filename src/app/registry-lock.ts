import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { InputError } from '../core/errors.ts'
import { lockWork, type WorkLock } from '../store/work-lock.ts'

const MESSAGE =
  '另一个 portal-audit 正在修改登记表，未作改动；请待其结束后重试。 / another portal-audit is changing the registers, nothing was changed; try again when it has ended.'

/** How often, and after how many milliseconds each, the right is asked for. */
const TRIES = 50
const PAUSE = 100

async function locked(directory: string, triesLeft: number): Promise<WorkLock | null> {
  try {
    return lockWork(join(directory, '.portal-audit'), 'registry', { file: directory, message: MESSAGE })
  } catch (fault) {
    if (!(fault instanceof InputError)) throw fault
    // Where the folder takes no files there is nothing to lock: whoever writes is told why not.
    if (fault.problems[0]?.message !== MESSAGE) return null
    if (triesLeft <= 1) throw fault
  }
  await sleep(PAUSE)
  return locked(directory, triesLeft - 1)
}

/**
 * Does work that reads a registry's files and writes them anew, while nobody else does: what another process adds
 * meanwhile would be lost. Waits up to 5 seconds for the other; throws {@link InputError} (cannotCreate) after that.
 */
export async function changingRegistry<T>(directory: string, work: () => Promise<T>): Promise<T> {
  const folder = await stat(directory).catch(() => null)
  const lock = folder?.isDirectory() ? await locked(directory, TRIES) : null
  try {
    return await work()
  } finally {
    lock?.release()
  }
}
