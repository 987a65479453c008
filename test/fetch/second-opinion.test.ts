import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, describe, expect, it } from 'vitest'
import { createFetcher } from '../../src/fetch/create-fetcher.ts'
import type { FetchOptions } from '../../src/fetch/options.ts'
import { parseResolveRule } from '../../src/fetch/resolve.ts'
import { type Handler, type LoopbackServer, page, startServer } from '../support/server.ts'
import { ask, probe, QUICK } from './asking.ts'
import { closedPort } from './raw-server.ts'
import { SELF_SIGNED } from './self-signed.ts'

const servers: LoopbackServer[] = []
afterAll(async () => {
  await Promise.all(servers.map((server) => server.close()))
})

async function serve(handler: Handler): Promise<LoopbackServer> {
  const server = await startServer(handler)
  servers.push(server)
  return server
}

const opinionOf = async (text: string, options: Partial<FetchOptions> = {}) =>
  (await ask(text, options, { purpose: 'opinion' })).observation

const status =
  (code: number): Handler =>
  (request, response, at) =>
    page('<p>words</p>', code)(request, response, at)

describe('a second opinion', () => {
  it.each<readonly [string, Handler, boolean | null, number | null]>([
    ['200', status(200), true, 200],
    ['404', status(404), false, 404],
    ['410', status(410), false, 410],
    ['401', status(401), null, 401],
    ['403', status(403), null, 403],
    ['429', status(429), null, 429],
    ['500', status(500), null, 500],
    ['503', status(503), null, 503],
    ['999', status(999), null, 999],
    [
      'a challenge',
      (_request, response) => void response.writeHead(403, { 'cf-mitigated': 'challenge' }).end(),
      null,
      403,
    ],
    ['silence', () => undefined, null, null],
    ['a reset', (request) => void request.socket.resetAndDestroy(), null, null],
    [
      'an endless circle',
      (_request, response) => void response.writeHead(302, { location: '/' }).end(),
      null,
      null,
    ],
  ])('of %s', async (_name, handler, works, code) => {
    const server = await serve(handler)
    const { answer, attempts, hops } = await opinionOf(`${server.origin}/`)
    expect(answer).toEqual({ kind: 'opinion', engine: 'linkinator', works, status: code })
    expect({ attempts, hops }).toEqual({ attempts: 1, hops: [] })
  })

  it('of a host that refuses is "broken"', async () => {
    const { answer } = await opinionOf(`http://127.0.0.1:${await closedPort()}/`)
    expect(answer).toMatchObject({ works: false, status: null })
  })

  it('of a host without a name is "broken"', async () => {
    const { answer } = await opinionOf('http://gone.example/', {
      resolve: [parseResolveRule('gone.example=-')],
    })
    expect(answer).toMatchObject({ works: false, status: null })
  })

  it('of a certificate that nobody vouches for is none', async () => {
    const server = await startServer(page('hello'), SELF_SIGNED)
    servers.push(server)
    expect((await opinionOf(`${server.origin}/`)).answer).toMatchObject({ works: null, status: null })
  })

  it('of an address that is not ours to ask is none', async () => {
    const server = await serve(page('secret'))
    const { answer } = await opinionOf(`${server.origin}/`, { allowPrivate: false })
    expect(answer).toMatchObject({ works: null, status: null })
    expect(server.requests).toEqual([])
  })

  it('goes by virtual host through the resolve rules, with our name', async () => {
    const server = await serve((request, response, at) =>
      status(request.headers.host === 'www.city.example' ? 200 : 404)(request, response, at),
    )
    const resolve = [parseResolveRule(`*.city.example=127.0.0.1:${server.port}`)]
    const userAgent = 'portal-audit/0.1 (+办公室)'
    const options = { resolve, userAgent, allowPrivate: false }
    expect((await opinionOf('http://www.city.example/', options)).answer).toMatchObject({ works: true })
    expect((await opinionOf('http://old.city.example/', options)).answer).toMatchObject({ works: false })
    expect(server.requests.map((one) => one.headers['user-agent'])).toEqual(
      Array(2).fill('portal-audit/0.1 (+%E5%8A%9E%E5%85%AC%E5%AE%A4)'),
    )
  })

  it('asks for the one address and none of the links on it, broken ones among them', async () => {
    const links = Array.from({ length: 300 }, (_, at) => `<a href="/${at}">${at}</a>`).join('')
    const server = await serve(
      page(`<a href="/">home</a><a href="http://[bad">bad</a><img src="/x.png">${links}`),
    )
    expect((await opinionOf(`${server.origin}/%E5%85%AC/?a=1`)).answer).toMatchObject({ works: true })
    expect(server.requests.map(({ path }) => path)).toEqual(['/%E5%85%AC/?a=1'])
  })

  it('opens few connections however many are asked for', async () => {
    let open = 0
    let most = 0
    const server = await serve(async (request, response, at) => {
      open += 1
      most = Math.max(most, open)
      await sleep(20)
      open -= 1
      status(404)(request, response, at)
    })
    const fetcher = createFetcher({ ...QUICK, perHost: { connections: 2, gap: 0 } })
    const probes = Array.from({ length: 20 }, (_, at) =>
      probe(`${server.origin}/${at}`, { purpose: 'opinion' }),
    )
    const all = await Promise.all(probes.map((one) => fetcher.fetch(one)))
    await fetcher.close()
    expect(all.map(({ observation }) => observation.answer)).toEqual(
      Array(20).fill({ kind: 'opinion', engine: 'linkinator', works: false, status: 404 }),
    )
    expect(most).toBe(2)
    expect(server.connections()).toBe(2)
  })

  it('is limited in time', async () => {
    const server = await serve((_request, response, at) => {
      setTimeout(() => response.writeHead(302, { location: `/${at}` }).end(), 100)
    })
    const timeouts = { ...QUICK.timeouts, headers: 5_000, body: 5_000, total: 300 }
    const startedAt = Date.now()
    expect((await opinionOf(`${server.origin}/`, { timeouts })).answer).toMatchObject({ works: null })
    expect(Date.now() - startedAt).toBeLessThan(2_000)
  })

  it.each<readonly [string, Handler]>([
    ['stops', (_request, response) => void response.write('<p>and so on')],
    [
      'breaks off',
      (request, response) => {
        response.write('<p>and so on')
        setTimeout(() => request.socket.resetAndDestroy(), 20)
      },
    ],
    ['is no gzip', (_request, response) => void response.setHeader('content-encoding', 'gzip').end('plain')],
    [
      'has no end',
      (_request, response) => {
        response.on('drain', () => response.write('a'.repeat(10_000)))
        while (response.write('a'.repeat(10_000)));
      },
    ],
  ])('does not need a body that %s', async (_name, handler) => {
    const server = await serve((request, response, at) => {
      response.setHeader('content-type', 'text/html')
      return handler(request, response, at)
    })
    const timeouts = { ...QUICK.timeouts, body: 200 }
    const fetcher = createFetcher({ ...QUICK, timeouts })
    const { observation } = await fetcher.fetch(probe(`${server.origin}/`, { purpose: 'opinion' }))
    await sleep(500)
    await fetcher.close()
    expect(observation.answer).toMatchObject({ works: true, status: 200 })
  })

  it('follows redirects, raw UTF-8 among them', async () => {
    const server = await serve((request, response, at) => {
      if (request.url === '/')
        response.writeHead(302, { location: Buffer.from('/公开').toString('latin1') }).end()
      else status(404)(request, response, at)
    })
    expect((await opinionOf(`${server.origin}/`)).answer).toMatchObject({ works: false, status: 404 })
    expect(server.requests.map(({ path }) => path)).toEqual(['/', '/%E5%85%AC%E5%BC%80'])
  })

  it('leaves the rest of the process alone, and takes no proxy from the environment', async () => {
    const before = { ...process.env }
    const proxy = `http://127.0.0.1:${await closedPort()}`
    Object.assign(process.env, { http_proxy: proxy, https_proxy: proxy })
    try {
      const server = await serve(async (request, response, at) => {
        if (at === 0) await sleep(100)
        page('hello')(request, response, at)
      })
      const fetcher = createFetcher({ ...QUICK, resolve: [parseResolveRule('127.0.0.1=-')] })
      const other = createFetcher(QUICK)
      const opinion = { purpose: 'opinion' } as const
      const [theirs, ours, plain] = await Promise.all([
        other.fetch(probe(`${server.origin}/`, opinion)),
        fetcher.fetch(probe(`${server.origin}/`, opinion)),
        sleep(50).then(() => fetch(`${server.origin}/plain`)),
      ])
      await Promise.all([fetcher.close(), other.close()])
      expect(theirs.observation.answer).toMatchObject({ works: true })
      expect(ours.observation.answer).toMatchObject({ works: false })
      expect(await plain.text()).toBe('hello')
      expect(process.env.https_proxy).toBe(proxy)
    } finally {
      delete process.env.http_proxy
      delete process.env.https_proxy
      Object.assign(process.env, before)
    }
  })
})
