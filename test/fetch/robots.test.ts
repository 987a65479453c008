import { afterAll, describe, expect, it } from 'vitest'
import type { Purpose } from '../../src/core/probe.ts'
import { createFetcher } from '../../src/fetch/create-fetcher.ts'
import { parseResolveRule } from '../../src/fetch/resolve.ts'
import { type Handler, type LoopbackServer, page, startServer } from '../support/server.ts'
import { ask, probe, QUICK } from './asking.ts'
import { closedPort } from './raw-server.ts'

const servers: LoopbackServer[] = []
afterAll(async () => {
  await Promise.all(servers.map((server) => server.close()))
})

/** A server with this robots.txt, which answers everything else. */
async function withRobots(robots: Handler, rest: Handler = page('hello')): Promise<LoopbackServer> {
  const server = await startServer((request, response, at) =>
    (request.url === '/robots.txt' ? robots : rest)(request, response, at),
  )
  servers.push(server)
  return server
}

const text =
  (content: string, status = 200): Handler =>
  (_request, response) =>
    void response.writeHead(status, { 'content-type': 'text/plain' }).end(content)

const ALL = 'User-agent: *\nDisallow: /private'
const FOUND = { origin: 'discovered' } as const
const DISALLOWED = { kind: 'failure', reason: 'robots-disallowed', message: expect.any(String) }

describe('robots.txt', () => {
  it.each<readonly [string, Handler, string, boolean]>([
    ['disallows it', text(ALL), '/private/1', false],
    ['allows it', text(ALL), '/public', true],
    ['disallows it to others only', text('User-agent: Baiduspider\nDisallow: /'), '/private/1', true],
    ['disallows it to us', text('User-agent: portal-audit\nDisallow: /'), '/public', false],
    [
      'names us beside everybody',
      text('User-agent: *\nDisallow: /\n\nUser-agent: Portal-Audit\nDisallow: /x'),
      '/public',
      true,
    ],
    ['is not there (404)', text('nothing', 404), '/private/1', true],
    ['is not ours to read (403)', text(ALL, 403), '/private/1', true],
    ['is a fault of the server (500)', text('sorry', 500), '/public', false],
    ['is unavailable (503)', text('later', 503), '/public', false],
    ['is a page', page('<html>User-agent: none</html>'), '/private/1', true],
    ['asks us to come later (429)', text('later', 429), '/public', false],
    ['never comes', () => undefined, '/public', false],
    ['breaks off', (request) => void request.socket.resetAndDestroy(), '/public', false],
    [
      'is elsewhere',
      (_request, response) => void response.writeHead(301, { location: '/other.txt' }).end(),
      '/private/1',
      false,
    ],
  ])('that %s', async (_name, robots, path, isAllowed) => {
    const rest: Handler = (request, response, at) =>
      (request.url === '/other.txt' ? text(ALL) : page('hello'))(request, response, at)
    const server = await withRobots(robots, rest)
    const { observation } = await ask(`${server.origin}${path}`, {}, FOUND)
    if (isAllowed) expect(observation.answer).toMatchObject({ kind: 'response', status: 200 })
    else expect(observation.answer).toEqual(DISALLOWED)
    expect(server.requests.some((one) => one.path === path)).toBe(isAllowed)
    expect(observation.attempts).toBe(isAllowed ? 1 : 0)
  })

  it('is not asked for, nor obeyed, for registered addresses', async () => {
    const server = await withRobots(text(ALL))
    const { observation } = await ask(`${server.origin}/private/1`)
    expect(observation.answer).toMatchObject({ status: 200 })
    expect(server.requests.map(({ path }) => path)).toEqual(['/private/1'])
  })

  it('is not asked for when the options say so', async () => {
    const server = await withRobots(text(ALL))
    await ask(`${server.origin}/private/1`, { obeyRobots: false }, FOUND)
    expect(server.requests.map(({ path }) => path)).toEqual(['/private/1'])
  })

  it('is read once per origin, however many ask', async () => {
    const server = await withRobots(text(ALL))
    const resolve = [parseResolveRule(`*.example=127.0.0.1:${server.port}`)]
    const fetcher = createFetcher({ ...QUICK, resolve })
    const asked = ['http://a.example/1', 'http://a.example/2', 'http://a.example:8080/', 'http://b.example/']
    await Promise.all(asked.map((one) => fetcher.fetch(probe(one, FOUND))))
    await fetcher.close()
    const robots = server.requests.filter(({ path }) => path === '/robots.txt')
    expect(robots.map(({ host }) => host).sort()).toEqual(['a.example', 'a.example:8080', 'b.example'])
  })

  it('is obeyed where a redirect leads, too', async () => {
    const server = await withRobots(
      text(ALL),
      (_request, response) => void response.writeHead(302, { location: '/private/1' }).end(),
    )
    const { observation } = await ask(`${server.origin}/`, {}, FOUND)
    expect(observation).toMatchObject({ answer: DISALLOWED, attempts: 1, hops: [{ location: '/private/1' }] })
    expect(server.requests.map(({ path }) => path)).toEqual(['/robots.txt', '/'])
  })

  it.each<readonly [Purpose]>([['repeat'], ['opinion'], ['control']])(
    'holds for the purpose %s',
    async (purpose) => {
      const server = await withRobots(text(ALL))
      const { observation } = await ask(`${server.origin}/private/1`, {}, { ...FOUND, purpose })
      expect(observation.answer).toEqual(DISALLOWED)
    },
  )

  it('of a host that refuses leaves the word to the request', async () => {
    const { observation } = await ask(`http://127.0.0.1:${await closedPort()}/`, {}, FOUND)
    expect(observation.answer).toMatchObject({ reason: 'connection-refused' })
  })
})
