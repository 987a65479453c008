import { afterAll, describe, expect, it } from 'vitest'
import { createFetcher } from '../../src/fetch/create-fetcher.ts'
import { type Handler, type LoopbackServer, page, startServer } from '../support/server.ts'
import { probe, QUICK } from './asking.ts'

const servers: LoopbackServer[] = []
afterAll(async () => {
  await Promise.all(servers.map((server) => server.close()))
})

const answer = (status: number): Handler => page('', status)
const reset: Handler = (request) => void request.socket.resetAndDestroy()

/**
 * Asks twice, the second time on the connection that the first has left, of a server that gives these answers one after
 * the other; what the second ended in. No passing fault is tried again.
 */
async function second(...answers: readonly Handler[]): Promise<string | number> {
  const server = await startServer((request, response, at) =>
    request.url === '/robots.txt'
      ? page('', 404)(request, response, at)
      : (answers[at - 1] ?? page('more than expected', 599))(request, response, at),
  )
  servers.push(server)
  const fetcher = createFetcher({ ...QUICK, obeyRobots: true })
  const ask = async (path: string): Promise<string | number> => {
    const more = { origin: 'discovered', validators: { etag: '"1"' } } as const
    const { answer: given } = (await fetcher.fetch(probe(`${server.origin}${path}`, more))).observation
    return given.kind === 'response' ? given.status : given.kind === 'failure' ? given.reason : given.kind
  }
  // Once more, for the first waits for robots.txt and takes the ordinary way.
  await ask('/first')
  await ask('/second')
  const end = await ask('/third')
  await fetcher.close()
  return end
}

describe('a connection that breaks off under a request', () => {
  it.each<readonly [string, readonly Handler[], string | number]>([
    ['is tried again where the host has answered', [answer(200), answer(200), reset, answer(200)], 200],
    ['is tried again where all it said was “unchanged”', [answer(500), answer(304), reset, answer(304)], 304],
    ['is tried again once', [answer(200), answer(200), reset, reset, answer(200)], 'connection-reset'],
    [
      'is not where the host only said that it is broken',
      [answer(500), answer(503), reset],
      'connection-reset',
    ],
  ])('%s', async (_name, answers, end) => {
    expect(await second(...answers)).toBe(end)
  })
})
