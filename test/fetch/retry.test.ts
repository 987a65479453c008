import { afterAll, describe, expect, it } from 'vitest'
import { retryAfter } from '../../src/fetch/retry-after.ts'
import { type Handler, type LoopbackServer, page, startServer } from '../support/server.ts'
import { ask, QUICK } from './asking.ts'
import { closedPort } from './raw-server.ts'

const servers: LoopbackServer[] = []
afterAll(async () => {
  await Promise.all(servers.map((server) => server.close()))
})

/** Asks a server that gives these answers one after the other; says how often it was asked and what was slept. */
async function retried(...answers: readonly Handler[]) {
  const server = await startServer((request, response, at) =>
    (answers[at] ?? page('more than expected', 599))(request, response, at),
  )
  servers.push(server)
  const pauses: number[] = []
  const { observation } = await ask(`${server.origin}/`, {
    retries: { attempts: 3, delay: 100, longestDelay: 1_000 },
    sleep: async (milliseconds) => void pauses.push(milliseconds),
  })
  expect(server.requests).toHaveLength(observation.attempts)
  const { answer } = observation
  const end = answer.kind === 'response' ? answer.status : answer.kind === 'failure' ? answer.reason : ''
  return { attempts: observation.attempts, end, pauses }
}

const answer = (status: number, headers: Readonly<Record<string, string>> = {}): Handler =>
  page('', status, headers)
const reset: Handler = (request) => void request.socket.resetAndDestroy()

describe('what may pass is asked again', () => {
  it.each<readonly [string, readonly Handler[], number, string | number]>([
    ['a reset', [reset, answer(200)], 2, 200],
    ['429', [answer(429), answer(200)], 2, 200],
    ['502', [answer(502), answer(200)], 2, 200],
    ['503', [answer(503), answer(200)], 2, 200],
    ['504, then a reset', [answer(504), reset, answer(200)], 3, 200],
    ['503 for ever', [answer(503), answer(503), answer(503)], 3, 503],
    ['resets for ever', [reset, reset, reset], 3, 'connection-reset'],
    ['a reset, then 404', [reset, answer(404)], 2, 404],
  ])('%s', async (_name, answers, attempts, end) => {
    expect(await retried(...answers)).toMatchObject({ attempts, end })
  })

  it.each([200, 204, 400, 401, 403, 404, 405, 410, 412, 418, 500, 501, 505, 521])(
    '%i is an answer',
    async (status) => {
      expect(await retried(answer(status))).toEqual({ attempts: 1, end: status, pauses: [] })
    },
  )

  it.each<readonly [string, Handler]>([
    ['a redirect that is none', answer(302, { location: 'http://' })],
    ['a coding that does not hold', page('plain', 200, { 'content-encoding': 'gzip' })],
  ])('%s stays what it is', async (_name, handler) => {
    expect((await retried(handler)).attempts).toBe(1)
  })

  it('after a pause that doubles', async () => {
    expect((await retried(reset, reset, reset)).pauses).toEqual([100, 200])
  })

  it.each([
    ['a host that asks for an hour', answer(503, { 'retry-after': '3600' }), 503],
    [
      'a host that asks for it until a far day',
      answer(429, { 'retry-after': 'Fri, 01 Jan 2100 00:00:00 GMT' }),
      429,
    ],
  ])('but not %s', async (_name, handler, end) => {
    expect(await retried(handler)).toMatchObject({ attempts: 1, end })
  })

  it.each([
    [undefined, null],
    ['120', 120_000],
    [' 7 ', 7_000],
    ['Thu, 01 Jan 1970 00:00:10 GMT', 6_000],
    ['Thu, 01 Jan 1970 00:00:01 GMT', 0],
    ['', null],
    ['soon', null],
  ])('Retry-After %j is %j milliseconds from 4 s', (header, expected) => {
    expect(retryAfter(header, 4_000)).toBe(expected)
  })
})

describe('a refused connection', () => {
  it.each([
    [0, 1, []],
    [1, 2, [900]],
    [3, 4, [300, 300, 300]],
  ])(
    'is tried %i times again, spread over time, whatever other retries there are',
    async (tries, attempts, expected) => {
      const pauses: number[] = []
      const { observation } = await ask(`http://127.0.0.1:${await closedPort()}/`, {
        refusedAgain: { tries, spread: 900 },
        retries: { ...QUICK.retries, attempts: 2 },
        sleep: async (milliseconds) => void pauses.push(milliseconds),
      })
      expect(observation).toMatchObject({ attempts, answer: { reason: 'connection-refused' } })
      expect(pauses).toEqual(expected)
    },
  )
})
