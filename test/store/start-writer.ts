import { type ChildProcessByStdio, spawn } from 'node:child_process'
import { join } from 'node:path'
import type { Readable } from 'node:stream'

/** A writer in a process of its own. */
export interface Writer {
  readonly child: ChildProcessByStdio<null, Readable, Readable>
  /** How many batches it has said to be written. */
  readonly written: () => number
  /** What it has said on stderr, with its exit code, when it has ended. */
  readonly ended: Promise<{ readonly code: number | null; readonly err: string }>
}

/** Starts `writer.ts` on a file: so many batches under a run. */
export function startWriter(file: string, run: string, batches: number): Writer {
  const script = join(import.meta.dirname, 'writer.ts')
  const child = spawn(process.execPath, ['--import', 'tsx', script, file, run, `${batches}`], {
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let out = ''
  let err = ''
  child.stdout.on('data', (bytes) => {
    out += String(bytes)
  })
  child.stderr.on('data', (bytes) => {
    err += String(bytes)
  })
  const ended = new Promise<{ readonly code: number | null; readonly err: string }>((resolve) => {
    child.once('close', (code) => resolve({ code, err }))
  })
  return { child, written: () => out.split('\n').length - 1, ended }
}
