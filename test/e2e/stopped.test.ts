import { hash } from 'node:crypto'
import { readdir } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { CrawlReport } from '../../src/report/crawl/crawl-report.ts'
import { lockWork } from '../../src/store/work-lock.ts'
import { type CityWorkspace, cityWorkspace } from '../support/city-workspace.ts'
import { portalAudit } from '../support/command-line.ts'
import { signalled } from '../support/killed.ts'
import { type LinkedSite, linkedSite } from '../support/linked-site.ts'

const SCOPE = ['--item', '1.1', '--item', '2.8']

let space: CityWorkspace
let site: LinkedSite

beforeAll(async () => {
  space = await cityWorkspace()
  site = await linkedSite(400, 20)
})

afterAll(async () => {
  await site.close()
  await space.close()
})

const crawlOf = (store: string, ...args: readonly string[]): readonly string[] => [
  ...['crawl', `${site.origin}/`, '--store', space.path(store), '--gap', '0', '--format', 'json', '--quiet'],
  ...args,
]

/** How often each page was asked for, robots.txt and control pages aside. */
function askedSince(from: number): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const { path } of site.requests.slice(from)) {
    if (/^\/(?:page\/|$)/.test(path)) counts.set(path, (counts.get(path) ?? 0) + 1)
  }
  return counts
}

describe('a job that is told to stop', () => {
  it.each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ] as const)(
    'by %s stores what is in flight, says how to go on, and ends with %i',
    async (name, code) => {
      const from = site.requests.length
      const store = `${name}.db`
      const stopped = await signalled(name, () => site.requests.length - from > 100, crawlOf(store))
      expect(stopped).toMatchObject({ code, signal: null })
      expect(stopped.err).toContain('--resume')
      expect(stopped.err).toContain('interrupted; everything that was answered is stored')
      const resumed = await portalAudit(...crawlOf(store, '--resume'))
      expect(resumed).toMatchObject({ code: 2, err: '' })
      expect((JSON.parse(resumed.out) as CrawlReport).counts.byState.alive).toBe(400)
      const asked = askedSince(from)
      expect(asked.size).toBe(400)
      expect([...asked.values()].filter((count) => count > 1)).toEqual([])
      expect(await readdir(space.directory)).not.toContainEqual(expect.stringContaining('.lock'))
    },
    60_000,
  )

  it('stores an audit too, whose reports are written only when it has ended', async () => {
    const before = space.city.requests().length
    const seen = (): number => space.city.requests().length - before
    const stopped = await signalled('SIGTERM', () => seen() > 60, ['audit', '-c', space.config, ...SCOPE])
    expect(stopped).toMatchObject({ code: 143, signal: null })
    expect(stopped.err).toContain('--resume')
    expect(await readdir(space.directory)).not.toContain('reports')
    const resumed = await portalAudit('audit', '-c', space.config, '--resume', '--quiet')
    expect([resumed.code, resumed.err]).toEqual([2, ''])
    expect(await readdir(space.path('reports'))).toContain('report.json')
  }, 60_000)
})

describe('two at the same work on one database', () => {
  it.each([
    ['an audit', 'store.sqlite', 'audit', () => ['audit', '-c', space.config, ...SCOPE]],
    ['an audit that is resumed', 'store.sqlite', 'audit', () => ['audit', '-c', space.config, '--resume']],
  ] as const)('%s: the second is refused and asks nothing', async (_what, store, work, args) => {
    const before = space.city.requests().length
    const lock = lockWork(space.path(store), work)
    const refused = await portalAudit(...args())
    lock.release()
    expect(refused).toMatchObject({ code: 73, out: '' })
    expect(refused.err).toContain('another portal-audit is at work on this database')
    expect(space.city.requests().length).toBe(before)
  })

  it('a crawl of one start is refused while another runs, and one of another start is not', async () => {
    const start = `${site.origin}/`
    const lock = lockWork(space.path('both.db'), `crawl-${hash('sha256', start).slice(0, 8)}`)
    const refused = await portalAudit(...crawlOf('both.db'))
    expect(refused).toMatchObject({ code: 73, out: '' })
    const other = await portalAudit(
      ...['crawl', `${start}page/1.html`, '--store', space.path('both.db'), '--depth', '0', '--quiet'],
    )
    expect(other.code).toBe(0)
    lock.release()
  })
})
