import type { Kysely } from 'kysely'
import { answersWithEarlier } from './crawl-answers.ts'
import type { NumberedAddress, PageFragments, PageLinks, Visited } from './crawl-store.ts'
import type { ReadRows } from './insert-rows.ts'
import { selectByNumbers } from './select-by-numbers.ts'
import type { Tables } from './tables.ts'

const addressOf = (row: readonly unknown[]): NumberedAddress => {
  const [number, address] = row as readonly [number, string]
  return { number, address }
}

/** Looks up the addresses of numbers. */
export function addressReader(database: Kysely<Tables>, readRows: ReadRows) {
  const select = selectByNumbers(readRows, (numbers) =>
    database
      .selectFrom('crawl_address')
      .select(['number', 'address'])
      .where('site_id', '=', 0)
      .where('number', 'in', numbers)
      .compile(),
  )
  return (site: number, numbers: readonly number[]): readonly NumberedAddress[] =>
    select([site], numbers).map(addressOf)
}

/** Rows of a crawl or its site, a window of `count` of them after a number. */
export function windowReader(database: Kysely<Tables>, readRows: ReadRows) {
  const visits = (crawl: number, number: number, count: number) =>
    answersWithEarlier(database)
      .where('answer.crawl_id', '=', crawl)
      .where('answer.number', '>', number)
      .where('answer.purpose', '=', 'visit')
      .orderBy('answer.number')
      .limit(count)

  return {
    /** The next addresses of a site. */
    addresses: (site: number, number: number, count: number): readonly NumberedAddress[] =>
      readRows(
        database
          .selectFrom('crawl_address')
          .select(['number', 'address'])
          .where('site_id', '=', site)
          .where('number', '>', number)
          .orderBy('number')
          .limit(count)
          .compile(),
      ).map(addressOf),

    /** The next numbers that were visited. */
    visited: (crawl: number, number: number, count: number): readonly Visited[] => {
      const query = database
        .selectFrom('crawl_answer')
        .select(['number', 'is_well'])
        .where('crawl_id', '=', crawl)
        .where('number', '>', number)
        .where('purpose', '=', 'visit')
        .orderBy('number')
        .limit(count)
      return readRows(query.compile()).map((row) => {
        const [visited, isWell] = row as readonly [number, number]
        return { number: visited, isWell: isWell === 1 }
      })
    },

    /** The packed links of the next pages. */
    links: (crawl: number, number: number, count: number): readonly PageLinks[] =>
      readRows(
        visits(crawl, number, count)
          .select((given) => [
            'answer.number',
            given.fn.coalesce('answer.links', 'earlier.links').as('links'),
          ])
          .where(({ fn }) => fn.coalesce('answer.links', 'earlier.links'), 'is not', null)
          .compile(),
      ).map((row) => {
        const [page, links] = row as readonly [number, Uint8Array]
        return { number: page, links }
      }),

    /** The fragments of the next pages. */
    fragments: (crawl: number, number: number, count: number): readonly PageFragments[] =>
      readRows(
        visits(crawl, number, count)
          .select((given) => [
            'answer.number',
            given.fn.coalesce('answer.fragments', 'earlier.fragments').as('fragments'),
          ])
          .where(({ fn }) => fn.coalesce('answer.fragments', 'earlier.fragments'), 'is not', null)
          .compile(),
      ).map((row) => {
        const [page, fragments] = row as readonly [number, string]
        return { number: page, fragments }
      }),
  }
}
