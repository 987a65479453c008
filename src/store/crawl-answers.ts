import type { Insertable, Kysely, Selectable } from 'kysely'
import type {
  Crawl,
  CrawlAnswer,
  CrawlReply,
  NumberedAddress,
  PageFragments,
  PageLinks,
  Visited,
} from './crawl-store.ts'
import { type RunBatch, rowInserts } from './insert-rows.ts'
import { selectByNumbers } from './select-by-numbers.ts'
import type { CrawlAddressTable, CrawlAnswerTable, Tables } from './tables.ts'

const answerOf = (row: Selectable<CrawlAnswerTable>): CrawlAnswer => ({
  number: row.number,
  purpose: row.purpose,
  observedAt: Number(row.observed_at),
  reply: JSON.parse(row.answer) as CrawlReply,
  links: row.links,
  content: row.content,
  fragments: row.fragments,
})

const isWell = ({ purpose, reply, content }: CrawlAnswer): boolean =>
  purpose === 'visit' &&
  reply.status === 200 &&
  reply.hops === undefined &&
  reply.tls === undefined &&
  content === null

/** Writes new addresses and answers, in one transaction; what is there already stays as it is. */
export function crawlWriter(database: Kysely<Tables>, runBatch: RunBatch) {
  const addressInserts = rowInserts<CrawlAddressTable>((row) =>
    database
      .insertInto('crawl_address')
      .values(row)
      .onConflict((conflict) => conflict.doNothing())
      .compile(),
  )
  const answerInserts = rowInserts<Insertable<CrawlAnswerTable>>((row) =>
    database
      .insertInto('crawl_answer')
      .values(row)
      .onConflict((conflict) => conflict.doNothing())
      .compile(),
  )
  return (
    crawl: Crawl,
    addresses: readonly NumberedAddress[],
    answers: readonly CrawlAnswer[],
  ): Promise<void> => {
    const addressRows = addresses.map(({ number, address }) => ({ site_id: crawl.site, number, address }))
    const answerRows = answers.map((answer) => ({
      crawl_id: crawl.id,
      number: answer.number,
      purpose: answer.purpose,
      observed_at: answer.observedAt,
      is_well: isWell(answer) ? 1 : 0,
      answer: JSON.stringify(answer.reply),
      links: answer.links,
      content: answer.content,
      fragments: answer.fragments,
    }))
    return runBatch([...addressInserts(addressRows), ...answerInserts(answerRows)])
  }
}

/** The next addresses of a site after a number. */
export const addressesAfter = (
  database: Kysely<Tables>,
  site: number,
  number: number,
  count: number,
): Promise<readonly NumberedAddress[]> =>
  database
    .selectFrom('crawl_address')
    .select(['number', 'address'])
    .where('site_id', '=', site)
    .where('number', '>', number)
    .orderBy('number')
    .limit(count)
    .execute()

/** Looks up the addresses of numbers. */
export function addressReader(database: Kysely<Tables>) {
  const select = selectByNumbers(database, (numbers) =>
    database
      .selectFrom('crawl_address')
      .select(['number', 'address'])
      .where('site_id', '=', 0)
      .where('number', 'in', numbers)
      .compile(),
  )
  return (site: number, numbers: readonly number[]): Promise<readonly NumberedAddress[]> =>
    select([site], numbers)
}

/** Looks up the answers to numbers, whatever their purpose. */
export function answerReader(database: Kysely<Tables>) {
  const select = selectByNumbers(database, (numbers) =>
    database
      .selectFrom('crawl_answer')
      .selectAll()
      .where('crawl_id', '=', 0)
      .where('number', 'in', numbers)
      .compile(),
  )
  return async (crawl: number, numbers: readonly number[]): Promise<readonly CrawlAnswer[]> =>
    (await select([crawl], numbers)).map(answerOf)
}

/** The numbers that were visited, from after a number on. */
export async function visitedAfter(
  database: Kysely<Tables>,
  crawl: number,
  number: number,
  count: number,
): Promise<readonly Visited[]> {
  const rows = await database
    .selectFrom('crawl_answer')
    .select(['number', 'is_well'])
    .where('crawl_id', '=', crawl)
    .where('number', '>', number)
    .where('purpose', '=', 'visit')
    .orderBy('number')
    .limit(count)
    .execute()
  return rows.map((row) => ({ number: row.number, isWell: row.is_well === 1 }))
}

/** The packed links of the next pages after a number. */
export async function linksAfter(
  database: Kysely<Tables>,
  crawl: number,
  number: number,
  count: number,
): Promise<readonly PageLinks[]> {
  const rows = await database
    .selectFrom('crawl_answer')
    .select(['number', 'links'])
    .where('crawl_id', '=', crawl)
    .where('number', '>', number)
    .where('purpose', '=', 'visit')
    .where('links', 'is not', null)
    .orderBy('number')
    .limit(count)
    .execute()
  return rows.flatMap(({ number: page, links }) => (links === null ? [] : [{ number: page, links }]))
}

/** The fragments of the next pages after a number. */
export async function fragmentsAfter(
  database: Kysely<Tables>,
  crawl: number,
  number: number,
  count: number,
): Promise<readonly PageFragments[]> {
  const rows = await database
    .selectFrom('crawl_answer')
    .select(['number', 'fragments'])
    .where('crawl_id', '=', crawl)
    .where('number', '>', number)
    .where('purpose', '=', 'visit')
    .where('fragments', 'is not', null)
    .orderBy('number')
    .limit(count)
    .execute()
  return rows.flatMap(({ number: page, fragments }) =>
    fragments === null ? [] : [{ number: page, fragments }],
  )
}
