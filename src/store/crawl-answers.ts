import type { Insertable, Kysely } from 'kysely'
import type { Purpose } from '../core/probe.ts'
import type {
  Crawl,
  CrawlAnswer,
  CrawlBatch,
  CrawlReply,
  EarlierAnswer,
  UnchangedAnswer,
} from './crawl-store.ts'
import { type ReadRows, type RunBatch, rowInserts } from './insert-rows.ts'
import { packUnchanged } from './packed-unchanged.ts'
import { readWholeAt } from './read-whole.ts'
import { type SelectByNumbers, selectByNumbers } from './select-by-numbers.ts'
import type { CrawlAddressTable, CrawlAnswerTable, CrawlUnchangedTable, Tables } from './tables.ts'
import type { UnchangedPages } from './unchanged-pages.ts'

const isWell = ({ purpose, reply, content }: CrawlAnswer): boolean =>
  purpose === 'visit' &&
  reply.status === 200 &&
  reply.hops === undefined &&
  reply.tls === undefined &&
  content === null

const rowOf = (crawl: number, answer: CrawlAnswer): Insertable<CrawlAnswerTable> => ({
  crawl_id: crawl,
  number: answer.number,
  purpose: answer.purpose,
  observed_at: answer.observedAt,
  is_well: isWell(answer) ? 1 : 0,
  answer: JSON.stringify(answer.reply),
  links: answer.links,
  content: answer.content,
  fragments: answer.fragments,
})

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
  const unchangedInserts = rowInserts<Insertable<CrawlUnchangedTable>>((rows) =>
    database.insertInto('crawl_unchanged').values(rows).compile(),
  )
  return (crawl: Crawl, { addresses, answers, unchanged }: CrawlBatch): Promise<void> => {
    const addressRows = addresses.map(({ number, address }) => ({ site_id: crawl.site, number, address }))
    const answerRows = answers.map((answer) => rowOf(crawl.id, answer))
    const unchangedRows = packUnchanged(unchanged).map(({ base, observedAt, bytes }) => ({
      ...{ crawl_id: crawl.id, base_id: base },
      ...{ observed_at: observedAt, answers: bytes },
    }))
    return runBatch([
      ...addressInserts(addressRows),
      ...answerInserts(answerRows),
      ...unchangedInserts(unchangedRows),
    ])
  }
}

type AnswerRow = readonly [
  number: number,
  purpose: Purpose,
  observedAt: number | string,
  answer: string,
  links: Uint8Array | null,
  content: Uint8Array | null,
  fragments: string | null,
]

function answerOf(row: readonly unknown[]): CrawlAnswer {
  const [number, purpose, observedAt, answer, links, content, fragments] = row as unknown as AnswerRow
  const reply = JSON.parse(answer) as CrawlReply
  return { number, purpose, observedAt: Number(observedAt), reply, links, content, fragments }
}

/** The answer that a page which had not changed stands by, as the later crawl was given it. */
function asUnchanged(stored: CrawlAnswer, again: UnchangedAnswer): CrawlAnswer {
  const { observedAt, duration, attempts, sameAs } = again
  const unchangedSince = stored.observedAt
  return {
    ...stored,
    observedAt,
    reply: { ...stored.reply, duration, attempts, unchanged: true, unchangedSince },
    sameAs,
  }
}

type Row = readonly unknown[]

/**
 * Looks up what a crawl holds of numbers, and of pages that had not changed, `unchanged`, what the crawls hold that store
 * them: `storedBy` reads a row of those, null for none that counts.
 */
function lookUp<Stored>(
  select: SelectByNumbers,
  stored: (row: Row) => Stored,
  storedBy: (base: number, row: Row, unchanged: UnchangedPages) => Stored | null,
) {
  return (crawl: number, numbers: readonly number[], unchanged: UnchangedPages): readonly Stored[] => {
    const answers = select([crawl], numbers).map(stored)
    for (const base of unchanged.bases) {
      const ofBase = numbers.filter((number) => unchanged.baseOf(number) === base)
      for (const row of select([base], ofBase)) {
        const answer = storedBy(base, row, unchanged)
        if (answer !== null) answers.push(answer)
      }
    }
    return answers
  }
}

/** Looks up the answers of a crawl to numbers, whatever their purpose. */
export function answerReader(database: Kysely<Tables>, readRows: ReadRows) {
  const ofCrawl = database
    .selectFrom('crawl_answer')
    .select(['number', 'purpose', 'observed_at', 'answer', 'links', 'content', 'fragments'])
    .where('crawl_id', '=', 0)
  const select = selectByNumbers(readRows, {
    list: (numbers) => ofCrawl.where('number', 'in', numbers).compile(),
    range: (first, last) => ofCrawl.where('number', '>=', first).where('number', '<=', last).compile(),
  })
  return lookUp(select, answerOf, (_base, row, unchanged) => {
    const stored = answerOf(row)
    const again = unchanged.get(stored.number)
    return again === null || stored.purpose !== 'visit' ? null : asUnchanged(stored, again)
  })
}

function headOf(row: Row, sameAs: number | null): EarlierAnswer {
  const [number, observedAt, answer, isPage, isInDoubt, hasFragments] = row as unknown as readonly [
    number: number,
    observedAt: number | string,
    answer: string,
    isPage: number,
    isInDoubt: number,
    hasFragments: number,
  ]
  const reply = JSON.parse(answer) as CrawlReply
  return {
    ...{ number, sameAs, reply, readWholeAt: readWholeAt({ observedAt: Number(observedAt), reply }) },
    ...{ isPage: isPage === 1, isInDoubt: isInDoubt === 1, hasFragments: hasFragments === 1 },
  }
}

/** Looks up the answers of a crawl to visits of numbers, without what was found in their pages. */
export function headReader(database: Kysely<Tables>, readRows: ReadRows) {
  const ofCrawl = database
    .selectFrom('crawl_answer')
    .select(({ eb }) => [
      'number',
      'observed_at',
      'answer',
      eb('links', 'is not', null).as('is_page'),
      eb('content', 'is not', null).as('is_in_doubt'),
      eb('fragments', 'is not', null).as('has_fragments'),
    ])
    .where('purpose', '=', 'visit')
    .where('crawl_id', '=', 0)
  const select = selectByNumbers(readRows, {
    list: (numbers) => ofCrawl.where('number', 'in', numbers).compile(),
    range: (first, last) => ofCrawl.where('number', '>=', first).where('number', '<=', last).compile(),
  })
  return lookUp(
    (before, numbers) => select(['visit', ...before], numbers),
    (row) => headOf(row, null),
    (base, row) => headOf(row, base),
  )
}
