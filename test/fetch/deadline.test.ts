import { setTimeout as sleep, setImmediate as turn } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { deadline } from '../../src/fetch/deadline.ts'
import { type LoopbackServer, page, startServer } from '../support/server.ts'
import { ask, QUICK } from './asking.ts'

/** Keeps this process from doing anything else. */
const busy = (milliseconds: number): void => {
  const until = performance.now() + milliseconds
  while (performance.now() < until);
}

let server: LoopbackServer
beforeAll(async () => {
  server = await startServer(page('hello'))
})
afterAll(() => server.close())

describe('a deadline', () => {
  it.each([
    ['is kept', 0, false],
    ['gives back the time that this process was busy, once', 200, true],
  ])('%s', async (_what, milliseconds, isInTime) => {
    let isLate = false
    const callOff = deadline(100, () => {
      isLate = true
    })
    busy(milliseconds)
    await sleep(isInTime ? 60 : 150)
    expect(isLate).toBe(!isInTime)
    await sleep(200)
    expect(isLate).toBe(true)
    callOff()
  })

  it('that was called off is none', async () => {
    let isLate = false
    deadline(20, () => {
      isLate = true
    })()
    await sleep(60)
    expect(isLate).toBe(false)
  })

  it('is not held against a host while this process is busy', async () => {
    const timeouts = { connect: 100, headers: 5_000, body: 5_000, total: 5_000 }
    const asked = ask(`${server.origin}/`, { ...QUICK, timeouts })
    await turn()
    busy(300)
    expect((await asked).observation.answer).toMatchObject({ kind: 'response', status: 200 })
  })
})
