import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createFetcher } from '../../src/fetch/create-fetcher.ts'
import type { RobotsCache } from '../../src/fetch/robots-cache.ts'
import type { CrawlStore } from '../../src/store/crawl-store.ts'
import { openCrawlStore } from '../../src/store/open-store.ts'
import { type LoopbackServer, startServer } from '../support/server.ts'
import { type Workspace, workspace } from '../support/workspace.ts'
import { probe, QUICK } from './asking.ts'

const HOUR = 60 * 60 * 1000

let space: Workspace
let store: CrawlStore
let cache: RobotsCache
let server: LoopbackServer
let status = 200
let now = 0

beforeEach(async () => {
  space = await workspace()
  store = await openCrawlStore(space.path('robots.db'))
  cache = { get: store.robots, put: store.keepRobots }
  now = Date.UTC(2021, 5, 1)
  status = 200
  server = await startServer((request, response) => {
    const isRobots = request.url === '/robots.txt'
    response.writeHead(isRobots ? status : 200, { 'content-type': 'text/plain' })
    response.end(isRobots ? 'User-agent: *\nDisallow: /private' : 'hello')
  })
})
afterEach(async () => {
  await server.close()
  await store.close()
})
afterAll(() => space.remove())

/** One run that asks for a public and a private page; how often it asked for robots.txt. */
async function run(): Promise<{ readonly asked: number; readonly said: readonly unknown[] }> {
  const before = server.requests.length
  const fetcher = createFetcher({ ...QUICK, robotsCache: cache, now: () => now })
  const said = []
  for (const path of ['/public', '/private']) {
    const { observation } = await fetcher.fetch(probe(`${server.origin}${path}`, { origin: 'discovered' }))
    const { answer } = observation
    said.push(answer.kind === 'response' ? answer.status : answer.kind === 'failure' ? answer.message : null)
  }
  await fetcher.close()
  const asked = server.requests.slice(before).filter(({ path }) => path === '/robots.txt').length
  return { asked, said }
}

describe('robots.txt from run to run', () => {
  it('is asked for once in a day', async () => {
    expect(await run()).toEqual({ asked: 1, said: [200, 'robots.txt'] })
    now += 23 * HOUR
    expect(await run()).toEqual({ asked: 0, said: [200, 'robots.txt'] })
    now += HOUR
    expect(await run()).toEqual({ asked: 1, said: [200, 'robots.txt'] })
  })

  it('that is older counts as long as it cannot be read anew', async () => {
    await run()
    now += 48 * HOUR
    status = 503
    expect(await run()).toEqual({ asked: 1, said: [200, 'robots.txt'] })
    status = 404
    expect(await run()).toEqual({ asked: 1, said: [200, 200] })
  })

  it('that could not be read is not kept', async () => {
    status = 500
    expect(await run()).toEqual({ asked: 1, said: ['robots.txt: 500', 'robots.txt: 500'] })
    status = 200
    expect(await run()).toEqual({ asked: 1, said: [200, 'robots.txt'] })
  })

  it('that is not there is kept too', async () => {
    status = 404
    expect(await run()).toEqual({ asked: 1, said: [200, 200] })
    expect(await run()).toEqual({ asked: 0, said: [200, 200] })
  })

  it('of a clock that was set back is asked for anew', async () => {
    await run()
    now -= HOUR
    expect((await run()).asked).toBe(1)
  })

  it.each([[{}], [{ validators: { etag: '"1"' } }]])(
    'that cannot be looked up fails only what is asked, with %j',
    async (more) => {
      const unhandled: unknown[] = []
      const note = (fault: unknown): void => void unhandled.push(fault)
      process.on('unhandledRejection', note)
      const broken: RobotsCache = { ...cache, get: async () => Promise.reject(new Error('disk full')) }
      const fetcher = createFetcher({ ...QUICK, robotsCache: broken, obeyRobots: true })
      const asked = fetcher.fetch(probe(`${server.origin}/`, { origin: 'discovered', ...more }))
      await expect(asked).rejects.toThrow('disk full')
      await new Promise((resolve) => setImmediate(resolve))
      await fetcher.close()
      process.off('unhandledRejection', note)
      expect(unhandled).toEqual([])
    },
  )
})
