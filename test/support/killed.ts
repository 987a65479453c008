import { spawn } from 'node:child_process'
import { text } from 'node:stream/consumers'
import { PROGRAM } from './built.ts'

/** How the real program ended. */
export interface Stopped {
  /** Null where a signal ended it. */
  readonly code: number | null
  readonly signal: NodeJS.Signals | null
  readonly err: string
}

/** Starts the real program and sends it a signal, once, as soon as `when` says so. `options` are node's own. */
export async function signalled(
  name: NodeJS.Signals,
  when: () => boolean,
  args: readonly string[],
  options: readonly string[] = [],
): Promise<Stopped> {
  const child = spawn(process.execPath, [...options, PROGRAM, ...args], {
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  const timer = setInterval(() => {
    if (!when()) return
    clearInterval(timer)
    child.kill(name)
  }, 1)
  const ended = new Promise<Pick<Stopped, 'code' | 'signal'>>((resolve) => {
    child.once('exit', (code, signal) => resolve({ code, signal }))
  })
  const [end, err] = await Promise.all([ended, text(child.stderr)])
  clearInterval(timer)
  return { ...end, err }
}
