import { spawn } from 'node:child_process'
import { text } from 'node:stream/consumers'
import { PROGRAM } from './built.ts'

/** How a run of the real program ended, and what it cost. */
export interface Measured {
  readonly code: number | null
  readonly out: string
  readonly err: string
  /** Most resident memory, in bytes. */
  readonly peak: number
  readonly milliseconds: number
}

/** Loaded before the program: tells its own high-water mark on descriptor 3 (that of `resourceUsage` begins with the parent's). */
const TELL = `data:text/javascript,${encodeURIComponent(`
import { readFileSync, writeSync } from 'node:fs'
const mark = () => {
  try {
    return Number(/^VmHWM:\\s*(\\d+) kB/m.exec(readFileSync('/proc/self/status', 'utf8'))[1])
  } catch {
    return process.resourceUsage().maxRSS
  }
}
process.on('exit', () => writeSync(3, String(mark())))
`)}`

/** Runs the real program to its end in a process of its own. */
export async function measured(args: readonly string[]): Promise<Measured> {
  const startedAt = performance.now()
  const child = spawn(process.execPath, ['--import', TELL, PROGRAM, ...args], {
    stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
  })
  const [, out, err, told] = child.stdio
  if (!out || !err || !told || !('read' in told)) throw new Error('no pipes')
  const ended = new Promise<number | null>((resolve) => child.on('exit', resolve))
  const [outText, errText, peak, code] = await Promise.all([text(out), text(err), text(told), ended])
  const milliseconds = performance.now() - startedAt
  return { code, out: outText, err: errText, peak: Number(peak) * 1024, milliseconds }
}
