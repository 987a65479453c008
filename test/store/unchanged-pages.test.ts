import Database from 'better-sqlite3'
import { Kysely, Migrator, SqliteDialect, sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { UnchangedAnswer } from '../../src/store/crawl-store.ts'
import { MIGRATIONS } from '../../src/store/migrations/index.ts'
import { openCrawlStore } from '../../src/store/open-store.ts'
import { eachUnchanged, packUnchanged } from '../../src/store/packed-unchanged.ts'
import { type Workspace, workspace } from '../support/workspace.ts'

const NOW = Date.UTC(2026, 10, 27)
const WEEKS = 49.8 * 86_400_000

const answer = (number: number, sameAs: number, rest: Partial<UnchangedAnswer> = {}): UnchangedAnswer => ({
  ...{ number, observedAt: NOW + number, duration: 3, attempts: 1, isWell: true, sameAs },
  ...rest,
})

const CASES: readonly (readonly [what: string, answers: readonly UnchangedAnswer[], packs: number])[] = [
  ['nothing', [], 0],
  ['one', [answer(7, 1)], 1],
  ['many of one crawl', [answer(7, 1), answer(9, 1), answer(8, 1, { observedAt: NOW + 9 })], 1],
  ['some of two crawls', [answer(1, 4), answer(2, 2), answer(3, 4)], 3],
  ['the greatest that fit', [answer(0xffff_ffff, 1, { observedAt: NOW, duration: 0xffff_ffff })], 1],
  ['some that were asked more than once or are in doubt', [answer(1, 1, { attempts: 3, isWell: false })], 1],
  ['one that came before the first, when the clock was set back', [answer(9, 1), answer(2, 1)], 2],
  ['some with weeks between them', [answer(0, 1), answer(1, 1, { observedAt: NOW + WEEKS })], 2],
]

describe('packed answers of “unchanged”', () => {
  it.each(CASES)('hold %s', (_what, answers, packs) => {
    const packed = packUnchanged(answers)
    const read: UnchangedAnswer[] = []
    for (const pack of packed) eachUnchanged(pack, (one) => read.push(one))
    expect(read).toEqual(answers)
    expect(packed).toHaveLength(packs)
  })
})

describe('a database whose answers of “unchanged” have a row each', () => {
  let space: Workspace
  let file: string
  beforeEach(async () => {
    space = await workspace()
    file = space.path('store.sqlite')
    const database = new Kysely<unknown>({ dialect: new SqliteDialect({ database: new Database(file) }) })
    const migrator = new Migrator({ db: database, provider: { getMigrations: async () => MIGRATIONS } })
    const { error } = await migrator.migrateTo('0010-mail')
    if (error !== undefined) throw error
    // What marks a database as portal-audit's.
    await sql`pragma application_id = ${sql.raw('0x50417564')}`.execute(database)
    await sql`insert into crawl_site values (1, 'http://www.yunchuan.gov.example/')`.execute(database)
    for (const id of [1, 2, 3]) {
      await sql`insert into crawl values (${id}, 1, 'complete', ${NOW}, ${NOW}, '{}', 'aa')`.execute(database)
    }
    const page = '{"status":200,"etag":"1","duration":9,"attempts":2}'
    const again = '{"duration":4,"attempts":1,"unchangedSince":5}'
    const links = new Uint8Array([1, 0, 0])
    const row = (crawl: number, number: number, well: number, said: string, sameAs: number | null) =>
      sql`insert into crawl_answer values (${crawl}, ${number}, 'visit', ${NOW + crawl}, ${well}, ${said},
        ${sameAs === null ? links : null}, null, null, ${sameAs})`.execute(database)
    await row(1, 1, 1, page, null)
    await row(1, 2, 0, page, null)
    await row(2, 1, 1, again, 1)
    await row(2, 2, 0, again, 1)
    await row(3, 1, 1, again, 1)
    await row(3, 2, 1, page, null)
    await database.destroy()
  })
  afterEach(() => space.remove())

  it('keeps what it says', async () => {
    const store = await openCrawlStore(file)
    const read = async (crawl: number) => {
      const visited: [number, boolean][] = []
      const pages: number[] = []
      await store.eachVisited(crawl, (number, isWell) => visited.push([number, isWell]))
      await store.eachPage(crawl, ({ number }) => pages.push(number))
      const answers = await store.answers(crawl, [1, 2])
      const said = answers.map(({ number, observedAt, sameAs, reply }) => ({
        ...{ number, crawl: observedAt - NOW, sameAs, duration: reply.duration },
        ...{ status: reply.status, since: reply.unchangedSince },
      }))
      const byNumber = (a: { number: number }, b: { number: number }): number => a.number - b.number
      return { visited: visited.sort((a, b) => a[0] - b[0]), pages: pages.sort(), said: said.sort(byNumber) }
    }
    const whole = { sameAs: undefined, duration: 9, status: 200, since: undefined }
    const unchanged = { sameAs: 1, duration: 4, status: 200, since: NOW + 1 }
    const [first, second, third] = [await read(1), await read(2), await read(3)]
    await store.close()
    expect(first).toEqual({
      visited: [
        [1, true],
        [2, false],
      ],
      pages: [1, 2],
      said: [
        { number: 1, crawl: 1, ...whole },
        { number: 2, crawl: 1, ...whole },
      ],
    })
    expect(second).toEqual({
      visited: [
        [1, true],
        [2, false],
      ],
      pages: [1, 2],
      said: [
        { number: 1, crawl: 2, ...unchanged },
        { number: 2, crawl: 2, ...unchanged },
      ],
    })
    expect(third).toEqual({
      visited: [
        [1, true],
        [2, true],
      ],
      pages: [1, 2],
      said: [
        { number: 1, crawl: 3, ...unchanged },
        { number: 2, crawl: 3, ...whole },
      ],
    })
  })
})
