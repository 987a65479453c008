import { type ChildProcessByStdio, spawn } from 'node:child_process'
import { join } from 'node:path'
import type { Readable } from 'node:stream'

/** A script of this folder in a process of its own. */
export interface Started {
  readonly child: ChildProcessByStdio<null, Readable, Readable>
  /** How many lines it has printed. */
  readonly lines: () => number
  /** What it has said on stderr, with its exit code, when it has ended. */
  readonly ended: Promise<{ readonly code: number | null; readonly err: string }>
}

/** Starts a script of this folder. */
export function startScript(name: string, ...args: readonly string[]): Started {
  const script = join(import.meta.dirname, name)
  const child = spawn(process.execPath, ['--import', 'tsx', script, ...args], {
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
  return { child, lines: () => out.split('\n').length - 1, ended }
}
