import type { Kysely } from 'kysely'
import type { NumberedAddress, PageFragments, PageLinks } from './crawl-store.ts'
import type { ReadRows } from './insert-rows.ts'
import { selectByNumbers } from './select-by-numbers.ts'
import type { Tables } from './tables.ts'
import type { UnchangedPages } from './unchanged-pages.ts'

const AT_ONCE = 1_000

const addressOf = (row: readonly unknown[]): NumberedAddress => {
  const [number, address] = row as readonly [number, string]
  return { number, address }
}

/** Looks up the addresses of numbers. */
export function addressReader(database: Kysely<Tables>, readRows: ReadRows) {
  const ofSite = database.selectFrom('crawl_address').select(['number', 'address']).where('site_id', '=', 0)
  const select = selectByNumbers(readRows, {
    list: (numbers) => ofSite.where('number', 'in', numbers).compile(),
    range: (first, last) => ofSite.where('number', '>=', first).where('number', '<=', last).compile(),
  })
  return (site: number, numbers: readonly number[]): readonly NumberedAddress[] =>
    select([site], numbers).map(addressOf)
}

/** The next addresses of a site, a window of `count` of them after a number. */
export function addressWindows(database: Kysely<Tables>, readRows: ReadRows) {
  return (site: number, number: number, count: number): readonly NumberedAddress[] =>
    readRows(
      database
        .selectFrom('crawl_address')
        .select(['number', 'address'])
        .where('site_id', '=', site)
        .where('number', '>', number)
        .orderBy('number')
        .limit(count)
        .compile(),
    ).map(addressOf)
}

/** Goes through what a crawl was answered, pages that had not changed among it. */
export function visitReader(database: Kysely<Tables>, readRows: ReadRows) {
  const visits = (crawl: number, after: number) =>
    database
      .selectFrom('crawl_answer')
      .where('crawl_id', '=', crawl)
      .where('number', '>', after)
      .where('purpose', '=', 'visit')
      .orderBy('number')
      .limit(AT_ONCE)

  /** Hands over rows a window at a time, each window after the number, their first column, that ended the one before. */
  const eachRow = <Row extends readonly [number: number, ...unknown[]]>(
    window: (after: number) => Parameters<ReadRows>[0],
    visit: (row: Row) => void,
  ): void => {
    for (let after = -1; ; ) {
      const rows = readRows(window(after)) as unknown as readonly Row[]
      for (const row of rows) visit(row)
      const last = rows.at(-1)
      if (last === undefined || rows.length < AT_ONCE) return
      after = last[0]
    }
  }

  /** The same for a column of pages, wherever they are stored. */
  const eachOfPage = <Column extends 'links' | 'fragments', Value>(
    column: Column,
    crawl: number,
    unchanged: UnchangedPages,
    visit: (number: number, value: Value) => void,
  ): void => {
    for (const from of [crawl, ...unchanged.bases]) {
      const window = (after: number) =>
        visits(from, after).select(['number', column]).where(column, 'is not', null).compile()
      eachRow<readonly [number, Value]>(window, ([number, value]) => {
        if (from === crawl || unchanged.baseOf(number) === from) visit(number, value)
      })
    }
  }

  return {
    eachVisited: (
      crawl: number,
      unchanged: UnchangedPages,
      visit: (number: number, isWell: boolean) => void,
    ): void => {
      const window = (after: number) => visits(crawl, after).select(['number', 'is_well']).compile()
      eachRow<readonly [number, number]>(window, ([number, isWell]) => visit(number, isWell === 1))
      unchanged.each(visit)
    },
    eachPage: (crawl: number, unchanged: UnchangedPages, visit: (page: PageLinks) => void): void =>
      eachOfPage('links', crawl, unchanged, (number, links: Uint8Array) => visit({ number, links })),
    eachFragments: (crawl: number, unchanged: UnchangedPages, visit: (page: PageFragments) => void): void =>
      eachOfPage('fragments', crawl, unchanged, (number, fragments: string) => visit({ number, fragments })),
  }
}
