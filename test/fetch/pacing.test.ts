import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createFetcher } from '../../src/fetch/create-fetcher.ts'
import type { FetchOptions } from '../../src/fetch/options.ts'
import { parseResolveRule } from '../../src/fetch/resolve.ts'
import { type LoopbackServer, page, startServer } from '../support/server.ts'
import { probe, QUICK } from './asking.ts'

/** Timers may fire a little early, clocks are read in whole milliseconds, and a first request waits for its connection. */
const SLACK = 6

let server: LoopbackServer
let open = 0
let mostOpen = 0
const mostByHost = new Map<string, number>()
const openByHost = new Map<string, number>()

beforeAll(async () => {
  server = await startServer(async (request, response, at) => {
    const host = request.headers.host ?? ''
    const here = (openByHost.get(host) ?? 0) + 1
    open += 1
    openByHost.set(host, here)
    mostOpen = Math.max(mostOpen, open)
    mostByHost.set(host, Math.max(mostByHost.get(host) ?? 0, here))
    await sleep(30)
    open -= 1
    openByHost.set(host, (openByHost.get(host) ?? 1) - 1)
    const to = new URL(request.url ?? '/', 'http://x').searchParams.get('to')
    if (to === null) page('hello')(request, response, at)
    else response.writeHead(302, { location: to }).end()
  })
})
afterAll(() => server.close())

/** Asks everything at once; gives what the server saw. */
async function askAll(texts: readonly string[], options: Partial<FetchOptions>) {
  const resolve = [parseResolveRule(`*.example=127.0.0.1:${server.port}`)]
  const fetcher = createFetcher({ ...QUICK, resolve, ...options })
  const before = server.requests.length
  mostOpen = 0
  mostByHost.clear()
  const all = await Promise.all(texts.map((text) => fetcher.fetch(probe(text))))
  await fetcher.close()
  expect(all.map(({ observation }) => observation.answer.kind)).toEqual(texts.map(() => 'response'))
  return server.requests.slice(before)
}

const several = (host: string, count: number): readonly string[] =>
  Array.from({ length: count }, (_, at) => `http://${host}/${at}`)

const gapsOf = (seen: readonly { readonly at: number }[]): readonly number[] =>
  seen.slice(1).map(({ at }, index) => at - (seen[index]?.at ?? 0))

describe('pacing', () => {
  it('keeps to so many requests over all hosts', async () => {
    const hosts = ['a.example', 'b.example', 'c.example', 'd.example']
    await askAll(
      hosts.flatMap((host) => several(host, 3)),
      { concurrency: 3 },
    )
    expect(mostOpen).toBe(3)
  })

  it('keeps to so many requests per host', async () => {
    await askAll([...several('a.example', 8), ...several('b.example', 8)], {
      perHost: { connections: 2, gap: 0 },
    })
    expect([...mostByHost.values()]).toEqual([2, 2])
    expect(mostOpen).toBe(4)
  })

  it('counts ports and schemes of one host together', async () => {
    await askAll([...several('a.example', 4), ...several('a.example:8080', 4)], {
      perHost: { connections: 1, gap: 0 },
    })
    expect(mostOpen).toBe(1)
  })

  it('leaves a gap between starts, however long answers take', async () => {
    const seen = await askAll(several('a.example', 5), { perHost: { connections: 4, gap: 60 } })
    expect(Math.min(...gapsOf(seen))).toBeGreaterThanOrEqual(60 - SLACK - 5)
  })

  it('leaves the gap between real starts when places are scarce', async () => {
    const seen = await askAll([...several('b.example', 6), ...several('a.example', 4)], {
      concurrency: 1,
      perHost: { connections: 4, gap: 50 },
    })
    for (const host of ['a.example', 'b.example']) {
      const here = seen.filter((one) => one.host === host)
      expect(Math.min(...gapsOf(here))).toBeGreaterThanOrEqual(50 - SLACK - 5)
    }
  })

  it('lets hosts take turns: a long queue does not hold up another host', async () => {
    const seen = await askAll([...several('a.example', 10), ...several('b.example', 2)], {
      concurrency: 2,
      perHost: { connections: 2, gap: 20 },
    })
    expect(seen.findIndex(({ host, path }) => host === 'b.example' && path === '/1')).toBeLessThan(6)
  })

  it('does not keep a place while a host waits for its gap', async () => {
    const startedAt = Date.now()
    await askAll([...several('a.example', 3), ...several('b.example', 3)], {
      concurrency: 1,
      perHost: { connections: 1, gap: 150 },
    })
    expect(Date.now() - startedAt).toBeLessThan(3 * 150 + 200)
  })

  it('paces what redirects lead to', async () => {
    const seen = await askAll(
      several('a.example', 3).map((_, at) => `http://a.example/?to=http://b.example/${at}`),
      { perHost: { connections: 4, gap: 60 } },
    )
    const there = seen.filter(({ host }) => host === 'b.example')
    expect(there).toHaveLength(3)
    expect(Math.min(...gapsOf(there))).toBeGreaterThanOrEqual(60 - SLACK - 5)
  })

  it('gives a place back when a request fails', async () => {
    const fetcher = createFetcher({
      ...QUICK,
      concurrency: 1,
      perHost: { connections: 1, gap: 0 },
      resolve: [parseResolveRule('gone.example=-'), parseResolveRule(`*.example=127.0.0.1:${server.port}`)],
    })
    const asked = ['http://gone.example/1', 'http://gone.example/2', 'http://a.example/'].map((text) =>
      fetcher.fetch(probe(text)),
    )
    const kinds = (await Promise.all(asked)).map(({ observation }) => observation.answer.kind)
    await fetcher.close()
    expect(kinds).toEqual(['failure', 'failure', 'response'])
  })
})
