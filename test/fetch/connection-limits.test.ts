import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, describe, expect, it } from 'vitest'
import type { Purpose } from '../../src/core/probe.ts'
import { createFetcher } from '../../src/fetch/create-fetcher.ts'
import { fetchAll } from '../../src/fetch/fetch-all.ts'
import type { Fetched } from '../../src/fetch/fetcher.ts'
import type { FetchOptions } from '../../src/fetch/options.ts'
import { parseResolveRule } from '../../src/fetch/resolve.ts'
import {
  type LoggedHandler,
  type LoggedServer,
  most,
  type Room,
  startLoggedServer,
} from '../support/logged-server.ts'
import { probe, QUICK } from './asking.ts'

let server: LoggedServer
afterEach(() => server.close())

/** A site with everything that makes further requests: redirects to other hosts, dead pages, big answers given up. */
const site: LoggedHandler = async (request, response) => {
  const path = request.url ?? '/'
  const number = Number(/\d+/.exec(path)?.[0] ?? 0)
  await sleep(number % 4)
  if (path.startsWith('/jump')) {
    const to = ['a.example', 'b.example', 'c.example:8080'][number % 3]
    response.writeHead(302, { location: `http://${to}/there/${number}` }).end()
  } else if (path.startsWith('/gone')) response.writeHead(404).end('gone')
  else if (path.startsWith('/busy') && number % 2 === 0) response.writeHead(502).end()
  else if (path.startsWith('/big')) {
    response.writeHead(200, { 'content-type': 'application/zip' })
    response.end(Buffer.alloc(400_000))
  } else if (path.startsWith('/close')) response.writeHead(200, { connection: 'close' }).end('bye')
  else if (path === '/robots.txt') response.writeHead(200, { 'content-type': 'text/plain' }).end('')
  else response.writeHead(200, { 'content-type': 'text/html' }).end('<p>hello')
}

const HOSTS = ['a.example', 'a.example:8080', 'b.example', 'c.example', 'd.example', 'e.example']
const KINDS = ['page', 'jump', 'gone', 'busy', 'big', 'close']
const PURPOSES: readonly Purpose[] = ['visit', 'repeat', 'opinion', 'control']

const everything = (rounds: number) =>
  Array.from({ length: rounds }, (_, round) =>
    HOSTS.flatMap((host) =>
      KINDS.map((kind, at) =>
        probe(`http://${host}/${kind}/${round * 7 + at}`, {
          origin: at % 2 === 0 ? 'discovered' : 'registered',
          purpose: PURPOSES[(round + at) % PURPOSES.length] ?? 'visit',
        }),
      ),
    ),
  ).flat()

async function ask(options: Partial<FetchOptions>, room: Room | null = null, probes = everything(12)) {
  server = await startLoggedServer(site, room)
  const fetcher = createFetcher({
    ...QUICK,
    timeouts: { connect: 5_000, headers: 5_000, body: 5_000, total: 20_000 },
    retries: { attempts: 3, delay: 5, longestDelay: 20 },
    resolve: [parseResolveRule(`*.example=127.0.0.1:${server.port}`)],
    ...options,
  })
  const all: Fetched[] = []
  await fetchAll(fetcher, probes, async (fetched) => void all.push(fetched))
  await fetcher.close()
  expect(all).toHaveLength(probes.length)
  return all
}

describe('the server never sees more connections than were configured', () => {
  it.each([
    [1, 1],
    [4, 1],
    [3, 2],
    [8, 2],
    [16, 16],
    [256, 3],
    [256, 64],
  ])('%i in all, %i per host', async (concurrency, connections) => {
    await ask({ concurrency, perHost: { connections, gap: 0 } })
    const { requests } = server
    expect(server.mostOpen()).toBeLessThanOrEqual(concurrency)
    expect(most(requests.map((one) => one.open))).toBeLessThanOrEqual(concurrency)
    expect(most(requests.map((one) => one.openHere))).toBeLessThanOrEqual(connections)
    expect(most(requests.map((one) => one.atOnceHere))).toBeLessThanOrEqual(connections)
    expect(most(requests.map((one) => one.atOnce))).toBeLessThanOrEqual(concurrency)
  })

  it('uses what it may', async () => {
    await ask({ concurrency: 6, perHost: { connections: 2, gap: 0 } })
    expect(server.mostOpen()).toBe(6)
    expect(most(server.requests.map((one) => one.atOnceHere))).toBe(2)
  })

  it('whatever host names share its address', async () => {
    server = await startLoggedServer(site)
    const fetcher = createFetcher({
      ...QUICK,
      concurrency: 64,
      perHost: { connections: 2, gap: 0 },
      perAddress: 3,
      lookup: async () => [{ address: '127.0.0.1', family: 4 }],
    })
    const hosts = ['a', 'b', 'c', 'd', 'e', 'f'].map((name) => `http://${name}.example:${server.port}`)
    const asked = hosts.flatMap((host) =>
      Array.from({ length: 12 }, (_, at) =>
        fetcher.fetch(probe(`${host}/page/${at}`, { origin: 'discovered' })),
      ),
    )
    const all = await Promise.all(asked)
    await fetcher.close()
    expect(all.map(({ observation }) => observation.answer)).toEqual(
      all.map(() => expect.objectContaining({ status: 200 })),
    )
    expect(server.mostOpen()).toBe(3)
    expect(most(server.requests.map((one) => one.atOnce))).toBe(3)
    const firsts = hosts.map((host) =>
      server.requests.findIndex((one) => one.path === '/page/0' && host.includes(one.host)),
    )
    expect(most(firsts)).toBeLessThan(server.requests.length / 2)
  })
})

describe('a server that has room for few connections', () => {
  const pages = Array.from({ length: 300 }, (_, at) => probe(`http://a.example/page/${at}`))
  const gone = Array.from({ length: 30 }, (_, at) =>
    probe(`http://a.example/gone/${at}`, { purpose: 'opinion' }),
  )

  it.each<readonly [Room, number]>([
    [{ connections: 4, others: 'drop' }, 4],
    [{ connections: 4, others: 'drop' }, 32],
    [{ connections: 4, others: 'refuse' }, 32],
    [{ connections: 1, others: 'refuse' }, 16],
    [{ connections: 1, others: 'drop' }, 16],
  ])('%j is not called dead by %i at once', async (room, connections) => {
    const all = await ask({ concurrency: 64, perHost: { connections, gap: 0 } }, room, [...pages, ...gone])
    const said = all.map(({ observation: { answer } }) =>
      answer.kind === 'response'
        ? answer.status
        : answer.kind === 'failure'
          ? answer.reason
          : answer.kind === 'opinion' && String(answer.works),
    )
    expect(new Set(said)).toEqual(new Set([200, 'false']))
    expect(all.every(({ observation }) => observation.attempts === 1)).toBe(true)
    if (connections <= room.connections) expect(server.turnedAway()).toBe(0)
  })
})
