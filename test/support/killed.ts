import { spawn } from 'node:child_process'
import { PROGRAM } from './built.ts'

/** Starts the real program and kills it with SIGKILL as soon as `when` says so, unless it has ended by itself before. */
export async function killedWhen(
  when: () => boolean,
  args: readonly string[],
): Promise<'killed' | 'finished'> {
  const child = spawn(process.execPath, [PROGRAM, ...args], { stdio: 'ignore' })
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const timer = setInterval(() => {
    if (when()) child.kill('SIGKILL')
  }, 1)
  await ended
  clearInterval(timer)
  return child.signalCode === 'SIGKILL' ? 'killed' : 'finished'
}
