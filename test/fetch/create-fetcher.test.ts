import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, describe, expect, it } from 'vitest'
import { createFetcher } from '../../src/fetch/create-fetcher.ts'
import { DEFAULT_FETCH_OPTIONS } from '../../src/fetch/options.ts'
import { type Handler, type LoopbackServer, page, startServer } from '../support/server.ts'
import { ask, probe, QUICK } from './asking.ts'

const servers: LoopbackServer[] = []
afterAll(async () => {
  await Promise.all(servers.map((server) => server.close()))
})

async function serve(handler: Handler): Promise<LoopbackServer> {
  const server = await startServer(handler)
  servers.push(server)
  return server
}

describe('an observation', () => {
  it('says what was asked, when, and what came back', async () => {
    const server = await serve((request, response, at) => {
      response.setHeader('Set-Cookie', ['a=1', 'b=2'])
      page('hello', 404, { 'X-Powered-By': 'ASP.NET' })(request, response, at)
    })
    const url = `${server.origin}/a?b=1`
    const options = { now: () => 1_700_000_000_000 }
    const { observation, body } = await ask(url, options, { purpose: 'repeat' })
    expect(observation).toMatchObject({
      id: `repeat ${url}`,
      purpose: 'repeat',
      origin: 'registered',
      address: url,
      observedAt: 1_700_000_000_000,
      duration: 0,
      attempts: 1,
      hops: [],
      answer: {
        kind: 'response',
        status: 404,
        address: url,
        headers: {
          'content-type': 'text/html; charset=utf-8',
          'set-cookie': 'a=, b=',
          'x-powered-by': 'ASP.NET',
        },
        body: '2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824',
        bytes: 5,
        truncated: false,
      },
    })
    expect(Buffer.from(body?.bytes ?? []).toString()).toBe('hello')
  })

  it('counts the time of the requests, not of pacing', async () => {
    const server = await serve(async (request, response, at) => {
      await sleep(100)
      if (request.url === '/') response.writeHead(302, { location: '/next' }).end()
      else page('hello')(request, response, at)
    })
    const fetcher = createFetcher({ ...QUICK, perHost: { connections: 1, gap: 300 } })
    const asked = await Promise.all(
      [probe(`${server.origin}/1`), probe(`${server.origin}/`)].map(fetcher.fetch),
    )
    await fetcher.close()
    const [first, second] = asked.map(({ observation }) => observation.duration)
    expect(first).toBeGreaterThanOrEqual(95)
    expect(first).toBeLessThan(250)
    expect(second).toBeGreaterThanOrEqual(190)
    expect(second).toBeLessThan(350)
  })

  it('says who asks, and for what', async () => {
    const server = await serve(page('hello'))
    await ask(`${server.origin}/`, { userAgent: 'portal-audit/0.1 (+市政府办公室)\r\nX: y' })
    await ask(`${server.origin}/`)
    const [named, plain] = server.requests.map(({ headers }) => headers)
    expect(named?.['user-agent']).toBe(`portal-audit/0.1 (+${encodeURIComponent('市政府办公室')})%0D%0AX: y`)
    expect(plain).toMatchObject({
      'user-agent': DEFAULT_FETCH_OPTIONS.userAgent,
      'accept-encoding': 'gzip, deflate, br',
      'accept-language': expect.stringContaining('zh-CN'),
    })
    expect(plain?.cookie).toBeUndefined()
  })
})

describe('a fetcher', () => {
  it('keeps connections alive between requests', async () => {
    const server = await serve(page('hello'))
    const fetcher = createFetcher({ ...QUICK, perHost: { connections: 1, gap: 0 } })
    for (const at of [1, 2, 3]) await fetcher.fetch(probe(`${server.origin}/${at}`))
    await fetcher.close()
    expect(server.connections()).toBe(1)
  })

  it('that was closed is a fault of ours, not of the host', async () => {
    const server = await serve(page('hello'))
    const fetcher = createFetcher(QUICK)
    await fetcher.close()
    await expect(fetcher.fetch(probe(`${server.origin}/`))).rejects.toThrow()
    expect(server.requests).toEqual([])
  })

  it('does not throw for a host name that no look-up takes', async () => {
    const { observation } = await ask(`http://${'a'.repeat(70)}.localhost/`)
    expect(observation.answer).toMatchObject({ kind: 'failure' })
  })
})
