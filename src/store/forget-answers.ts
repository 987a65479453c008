import type { Kysely } from 'kysely'
import { chunksOf } from './chunks.ts'
import type { UnchangedAnswer } from './crawl-store.ts'
import { eachUnchanged, packUnchanged } from './packed-unchanged.ts'
import type { Tables } from './tables.ts'

/** The unchanged answers of a crawl are packed anew without some. */
async function repack(
  transaction: Kysely<Tables>,
  crawl: number,
  numbers: ReadonlySet<number>,
): Promise<void> {
  const rows = await transaction
    .selectFrom('crawl_unchanged')
    .select(['base_id', 'observed_at', 'answers'])
    .where('crawl_id', '=', crawl)
    .orderBy('base_id')
    .orderBy('observed_at')
    .execute()
  const left: UnchangedAnswer[] = []
  let isWhole = true
  for (const { base_id, observed_at, answers } of rows) {
    eachUnchanged({ base: base_id, observedAt: Number(observed_at), bytes: answers }, (one) => {
      if (numbers.has(one.number)) isWhole = false
      else left.push(one)
    })
  }
  if (isWhole) return
  await transaction.deleteFrom('crawl_unchanged').where('crawl_id', '=', crawl).execute()
  for (const { base, observedAt, bytes } of packUnchanged(left)) {
    await transaction
      .insertInto('crawl_unchanged')
      .values({ crawl_id: crawl, base_id: base, observed_at: observedAt, answers: bytes })
      .execute()
  }
}

/** Takes the answers of a crawl to some numbers back, in one transaction. */
export async function forgetAnswers(
  database: Kysely<Tables>,
  crawl: number,
  numbers: readonly number[],
): Promise<void> {
  if (numbers.length === 0) return
  await database.transaction().execute(async (transaction) => {
    for (const chunk of chunksOf(numbers.map((number) => ({ number })))) {
      await transaction
        .deleteFrom('crawl_answer')
        .where('crawl_id', '=', crawl)
        .where(
          'number',
          'in',
          chunk.map(({ number }) => number),
        )
        .execute()
    }
    await repack(transaction, crawl, new Set(numbers))
  })
}
