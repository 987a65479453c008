import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { setTimeout as sleep } from 'node:timers/promises'
import { PROGRAM } from '../../support/built.ts'
import type { Arena } from './arena.ts'

/** When a process is killed: so many milliseconds after its server has seen so many of its requests. */
export interface Moment {
  readonly requests: number
  readonly delay: number
}

/** How a process ended. Times are milliseconds from its start. */
export interface Ended {
  readonly isKilled: boolean
  readonly code: number | null
  readonly err: string
  readonly firstRequest: number
  readonly lastRequest: number
  readonly end: number
}

const FROZEN = join(import.meta.dirname, 'frozen.mjs')

/** Milliseconds without a request after which there are none on their way. */
const QUIET = 50

/** Waits until the server has read what a process that is gone had sent: that was in flight, and is of no other process. */
async function untilQuiet(arena: Arena): Promise<void> {
  for (let seen = -1; seen !== arena.requests().length; ) {
    seen = arena.requests().length
    await sleep(QUIET)
  }
}

/** Starts the built program and kills it with SIGKILL at a moment, if it lives so long. */
export async function runProgram(arena: Arena, resume: boolean, kill: Moment | null): Promise<Ended> {
  const before = arena.requests().length
  const startedAt = performance.now()
  const since = (): number => performance.now() - startedAt
  const child = spawn(process.execPath, ['--import', FROZEN, PROGRAM, ...arena.args(resume)], {
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let [seen, firstRequest, lastRequest] = [0, 0, 0]
  let isDue = false
  const watch = setInterval(() => {
    const now = arena.requests().length - before
    if (now > seen) {
      if (seen === 0) firstRequest = since()
      seen = now
      lastRequest = since()
    }
    if (kill === null || isDue || now < kill.requests) return
    isDue = true
    setTimeout(() => child.kill('SIGKILL'), kill.delay)
  }, 1)
  const ended = new Promise<Pick<Ended, 'isKilled' | 'code'>>((resolve) => {
    child.once('exit', (code, signal) => resolve({ code, isKilled: signal === 'SIGKILL' }))
  })
  const [how, err] = await Promise.all([ended, text(child.stderr)])
  clearInterval(watch)
  const end = since()
  await untilQuiet(arena)
  return { ...how, err, firstRequest, lastRequest, end }
}
