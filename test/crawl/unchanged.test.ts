import Database from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { withoutPage } from '../../src/crawl/reply.ts'
import { validatorsOf } from '../../src/crawl/validators.ts'
import type { CrawlAnswer, CrawlReply } from '../../src/store/crawl-store.ts'
import { portalAudit } from '../support/command-line.ts'
import { type LoopbackServer, startServer } from '../support/server.ts'
import { type Workspace, workspace } from '../support/workspace.ts'

const DAY = 86_400_000
const NOW = Date.UTC(2026, 9, 15)

const answer = (days: number, reply: Partial<CrawlReply>, rest: Partial<CrawlAnswer> = {}): CrawlAnswer => ({
  number: 1,
  purpose: 'visit',
  observedAt: NOW - days * DAY,
  reply: { status: 200, etag: '"1"', duration: 1, attempts: 1, ...reply },
  links: new Uint8Array(),
  content: null,
  fragments: null,
  ...rest,
})

const CASES: readonly (readonly [
  name: string,
  before: CrawlAnswer,
  isAsked: boolean,
  wantsFragments?: boolean,
])[] = [
  ['yesterday', answer(1, {}), true],
  ['within a week', answer(6.9, {}), true],
  ['after a week', answer(7, {}), false],
  ['in the future', answer(-1, {}), false],
  [
    'unchanged yesterday, read within a week',
    answer(1, { unchanged: true, unchangedSince: NOW - 6 * DAY }),
    true,
  ],
  [
    'unchanged yesterday, read a week ago',
    answer(1, { unchanged: true, unchangedSince: NOW - 7 * DAY }),
    false,
  ],
  ['unchanged since nobody knows when', answer(1, { unchanged: true }), false],
  ['redirected', answer(1, { hops: [] }), false],
  ['cut short', answer(1, { truncated: true }), false],
  ['gone', answer(1, { status: 404 }), false],
  ['of no version', { ...answer(1, {}), reply: { status: 200, duration: 1, attempts: 1 } }, false],
  ['with fragments that nobody took down', answer(1, {}), false, true],
  ['with its fragments', answer(1, {}, { fragments: '{}' }), true, true],
]

describe('what an earlier answer of a crawl lets one ask', () => {
  it.each(CASES.map(([name, ...rest]) => [name, rest] as const))(
    '%s',
    (_name, [before, isAsked, wantsFragments = false]) => {
      const reuse = { now: NOW, maximumAge: 7 * DAY, wantsFragments }
      expect(validatorsOf(withoutPage(before), reuse)).toEqual(isAsked ? { etag: '"1"' } : null)
    },
  )
})

/** Makes everything that the store knows so many days older. */
function age(store: string, days: number): void {
  const database = new Database(store)
  for (const table of ['crawl_answer', 'crawl_unchanged'])
    database.prepare(`update ${table} set observed_at = observed_at - ?`).run(days * DAY)
  database.close()
}

describe('a crawl of a server that always says “unchanged”', () => {
  let space: Workspace
  let server: LoopbackServer
  beforeEach(async () => {
    space = await workspace()
  })
  afterEach(async () => {
    await server.close()
    await space.remove()
  })

  it.each([
    ['believes it within a week', [6.9], '', 0],
    ['believes it within a week, said so every night', [3, 3.9], '', 0],
    ['reads the page whole after a week', [7], '', 1],
    ['reads the page whole a week after it was read, said so every night or not', [3, 4], '', 1],
    ['reads it whole every time when told so', [0], 'fetch:\n  wholeAfterDays: 0\n', 1],
  ])('%s', async (_name, nights, config, gone) => {
    let visits = 0
    server = await startServer((request, response) => {
      const isHome = request.url === '/'
      const isUnchanged = isHome && request.headers['if-none-match'] !== undefined
      const link = isHome && visits > 0 ? '<a href="/gone.html">x</a>' : ''
      if (isHome) visits += 1
      response.writeHead(isUnchanged ? 304 : isHome ? 200 : 404, { 'content-type': 'text/html', etag: '"1"' })
      response.end(isUnchanged ? undefined : `<title>x</title>${link}<p>${'内容'.repeat(200)}</p>`)
    })
    await space.write('audit.yaml', config)
    const store = space.path('crawl.db')
    const crawl = async (): Promise<readonly unknown[]> => {
      const place = ['-c', space.path('audit.yaml'), '--store', store]
      const ended = await portalAudit('crawl', `${server.origin}/`, ...place, '--format', 'json', '--quiet')
      return (JSON.parse(ended.out) as { results: readonly unknown[] }).results
    }
    expect(await crawl()).toHaveLength(0)
    for (const [night, days] of nights.entries()) {
      age(store, days)
      expect(await crawl()).toHaveLength(night === nights.length - 1 ? gone : 0)
    }
  })
})
