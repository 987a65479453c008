import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createFetcher } from '../../src/fetch/create-fetcher.ts'
import { fetchAll } from '../../src/fetch/fetch-all.ts'
import type { Fetcher } from '../../src/fetch/fetcher.ts'
import { probeCursor } from '../../src/fetch/probe-cursor.ts'
import { parseResolveRule } from '../../src/fetch/resolve.ts'
import { type LoopbackServer, page, startServer } from '../support/server.ts'
import { probe, QUICK } from './asking.ts'

/** The slow host answers nothing before the others have answered so often. */
const OTHERS_FIRST = 60

let server: LoopbackServer
let fetcher: Fetcher
beforeAll(async () => {
  let others = 0
  server = await startServer(async (request, response, at) => {
    const isSlow = request.headers.host?.startsWith('slow') ?? false
    if (isSlow) while (others < OTHERS_FIRST) await sleep(5)
    else await sleep(10)
    if (!isSlow) others += 1
    page('hello')(request, response, at)
  })
  const resolve = [parseResolveRule(`*.example=127.0.0.1:${server.port}`)]
  fetcher = createFetcher({ ...QUICK, resolve, perHost: { connections: 2, gap: 0 } })
})
afterAll(async () => {
  await fetcher.close()
  await server.close()
})

const probes = (host: string, count: number) =>
  Array.from({ length: count }, (_, at) => probe(`http://${host}.example/${at}`))

describe('fetchAll', () => {
  it('asks everything once and hands answers over as they come', async () => {
    const all = [...probes('slow', 3), ...probes('a', 30), ...probes('b', 30)]
    const come: string[] = []
    await fetchAll(fetcher, all, async ({ observation }) => void come.push(observation.address))
    expect([...come].sort()).toEqual(all.map(({ address }) => address as string).sort())
    expect(come.slice(0, 50).filter((address) => address.includes('slow'))).toEqual([])
  })

  it('does nothing for nothing', async () => {
    await fetchAll(fetcher, [], async () => expect.unreachable())
  })

  it('gives the fetcher a bounded number at a time', async () => {
    let inHand = 0
    let most = 0
    const counting: Fetcher = {
      ...fetcher,
      fetch: async (one) => {
        inHand += 1
        most = Math.max(most, inHand)
        return fetcher.fetch(one).finally(() => {
          inHand -= 1
        })
      },
    }
    await fetchAll(counting, [...probes('a', 100), ...probes('b', 100)], async () => undefined)
    expect(most).toBe(16)
  })

  it('waits for the taker', async () => {
    let open = 0
    let most = 0
    await fetchAll(fetcher, probes('a', 40), async () => {
      open += 1
      most = Math.max(most, open)
      await sleep(20)
      open -= 1
    })
    expect(most).toBeLessThanOrEqual(8)
    expect(open).toBe(0)
  })

  it('begins nothing after an abort, and hands over what was begun', async () => {
    const stop = new AbortController()
    const before = server.requests.length
    const come: string[] = []
    await fetchAll(
      fetcher,
      probes('a', 100),
      async ({ observation }) => {
        come.push(observation.address)
        if (come.length === 5) stop.abort()
      },
      stop.signal,
    )
    expect(come.length).toBeGreaterThanOrEqual(5)
    expect(come.length).toBeLessThanOrEqual(5 + 8)
    expect(server.requests.length - before).toBe(come.length)
  })

  it('asks nothing when it was aborted before', async () => {
    await fetchAll(fetcher, probes('a', 5), async () => expect.unreachable(), AbortSignal.abort())
  })

  it('stops at an error of the taker, once what was begun has ended', async () => {
    const before = server.requests.length
    let come = 0
    const asked = fetchAll(fetcher, probes('a', 100), async () => {
      come += 1
      if (come === 3) throw new Error('disk full')
    })
    await expect(asked).rejects.toThrow('disk full')
    const seen = server.requests.length - before
    expect(seen).toBe(come)
    expect(seen).toBeLessThan(20)
    await sleep(50)
    expect(server.requests.length - before).toBe(seen)
  })
})

describe('the cursor', () => {
  it('lets hosts take turns and keeps the order within a host', () => {
    const cursor = probeCursor([...probes('a', 3), ...probes('b', 1), ...probes('c', 2)], 9)
    const taken = Array.from({ length: 7 }, () =>
      cursor.next()?.address.replace(/^http:\/\/(.)\.example\//, '$1'),
    )
    expect(taken).toEqual(['a0', 'b0', 'c0', 'a1', 'c1', 'a2', undefined])
  })

  it('gives a host no more than it has room for', () => {
    const all = probes('a', 3)
    const cursor = probeCursor(all, 1)
    expect(cursor.next()).toBe(all[0])
    expect(cursor.next()).toBeNull()
    if (all[0] !== undefined) cursor.done(all[0])
    expect(cursor.next()).toBe(all[1])
    expect(cursor.next()).toBeNull()
  })
})
