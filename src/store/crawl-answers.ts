import type { Insertable, Kysely } from 'kysely'
import type { Purpose } from '../core/probe.ts'
import type { Crawl, CrawlAnswer, CrawlReply, NumberedAddress } from './crawl-store.ts'
import { type ReadRows, type RunBatch, rowInserts } from './insert-rows.ts'
import { selectByNumbers } from './select-by-numbers.ts'
import type { CrawlAddressTable, CrawlAnswerTable, Tables } from './tables.ts'

const isWell = ({ purpose, reply, content }: CrawlAnswer): boolean =>
  purpose === 'visit' &&
  reply.status === 200 &&
  reply.hops === undefined &&
  reply.tls === undefined &&
  content === null

function rowOf(crawl: number, answer: CrawlAnswer): Insertable<CrawlAnswerTable> {
  const { number, purpose, observedAt, reply, sameAs } = answer
  const common = {
    crawl_id: crawl,
    number,
    purpose,
    observed_at: observedAt,
    is_well: isWell(answer) ? 1 : 0,
  }
  if (sameAs !== undefined) {
    const { duration, attempts, unchangedSince } = reply
    const said = JSON.stringify({ duration, attempts, unchangedSince })
    return { ...common, answer: said, links: null, content: null, fragments: null, same_as: sameAs }
  }
  const { links, content, fragments } = answer
  return { ...common, answer: JSON.stringify(reply), links, content, fragments, same_as: null }
}

/** Writes new addresses and answers, in one transaction; what is there already stays as it is. */
export function crawlWriter(database: Kysely<Tables>, runBatch: RunBatch) {
  const addressInserts = rowInserts<CrawlAddressTable>((rows) =>
    database
      .insertInto('crawl_address')
      .values(rows)
      .onConflict((conflict) => conflict.doNothing())
      .compile(),
  )
  const answerInserts = rowInserts<Insertable<CrawlAnswerTable>>((rows) =>
    database
      .insertInto('crawl_answer')
      .values(rows)
      .onConflict((conflict) => conflict.doNothing())
      .compile(),
  )
  return (
    crawl: Crawl,
    addresses: readonly NumberedAddress[],
    answers: readonly CrawlAnswer[],
  ): Promise<void> => {
    const addressRows = addresses.map(({ number, address }) => ({ site_id: crawl.site, number, address }))
    const answerRows = answers.map((answer) => rowOf(crawl.id, answer))
    return runBatch([...addressInserts(addressRows), ...answerInserts(answerRows)])
  }
}

type AnswerRow = readonly [
  number: number,
  purpose: Purpose,
  observedAt: number | string,
  answer: string,
  sameAs: number | null,
  earlier: string | null,
  links: Uint8Array | null,
  content: Uint8Array | null,
  fragments: string | null,
]

/** What both rows say, the newer one last: it counts (ECMA-262, JSON.parse). */
const saidIn = (earlier: string, answer: string): CrawlReply =>
  JSON.parse(`${earlier.slice(0, -1)},${answer.slice(1, -1)},"unchanged":true}`) as CrawlReply

function answerOf(row: readonly unknown[]): CrawlAnswer {
  const [number, purpose, observedAt, answer, sameAs, earlier, links, content, fragments] =
    row as unknown as AnswerRow
  const found = { number, purpose, observedAt: Number(observedAt), links, content, fragments }
  if (sameAs === null || earlier === null) return { ...found, reply: JSON.parse(answer) as CrawlReply }
  return { ...found, reply: saidIn(earlier, answer), sameAs }
}

/** Looks up the answers to numbers, whatever their purpose; of a page that is unchanged what the earlier crawl holds. */
export function answerReader(database: Kysely<Tables>, readRows: ReadRows) {
  const select = selectByNumbers(readRows, (numbers) =>
    answersWithEarlier(database)
      .select(['answer.number', 'answer.purpose', 'answer.observed_at', 'answer.answer', 'answer.same_as'])
      .select((given) => [
        'earlier.answer as earlier',
        given.fn.coalesce('answer.links', 'earlier.links').as('links'),
        given.fn.coalesce('answer.content', 'earlier.content').as('content'),
        given.fn.coalesce('answer.fragments', 'earlier.fragments').as('fragments'),
      ])
      .where('answer.crawl_id', '=', 0)
      .where('answer.number', 'in', numbers)
      .compile(),
  )
  return (crawl: number, numbers: readonly number[]): readonly CrawlAnswer[] =>
    select([crawl], numbers).map(answerOf)
}

/** Answers, each beside the one of the earlier crawl that it is the same as, if any. */
export const answersWithEarlier = (database: Kysely<Tables>) =>
  database
    .selectFrom('crawl_answer as answer')
    .leftJoin('crawl_answer as earlier', (join) =>
      join
        .onRef('earlier.crawl_id', '=', 'answer.same_as')
        .onRef('earlier.number', '=', 'answer.number')
        .onRef('earlier.purpose', '=', 'answer.purpose'),
    )
