import { type Kysely, sql } from 'kysely'
import { numberList } from '../core/number-list.ts'
import type { UnchangedAnswer } from './crawl-store.ts'
import { eachUnchanged, packUnchanged } from './packed-unchanged.ts'
import type { Tables } from './tables.ts'

/** Numbers in one statement. */
const AT_ONCE = 500

type IsGone = (number: number) => boolean

/** Rows that hold some of the answers are packed anew without them, one after the other. */
async function repack(transaction: Kysely<Tables>, crawl: number, isGone: IsGone): Promise<void> {
  const rows = await transaction
    .selectFrom('crawl_unchanged')
    .select(['base_id', 'observed_at', 'answers', sql<number>`rowid`.as('row')])
    .where('crawl_id', '=', crawl)
    .execute()
  for (const { base_id, observed_at, answers, row } of rows) {
    const left: UnchangedAnswer[] = []
    let isWhole = true
    eachUnchanged({ base: base_id, observedAt: Number(observed_at), bytes: answers }, (one) => {
      if (isGone(one.number)) isWhole = false
      else left.push(one)
    })
    if (isWhole) continue
    await transaction.deleteFrom('crawl_unchanged').where(sql`rowid`, '=', row).execute()
    for (const { base, observedAt, bytes } of packUnchanged(left)) {
      await transaction
        .insertInto('crawl_unchanged')
        .values({ crawl_id: crawl, base_id: base, observed_at: observedAt, answers: bytes })
        .execute()
    }
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
    for (let at = 0; at < numbers.length; at += AT_ONCE) {
      const some = numbers.slice(at, at + AT_ONCE)
      await transaction
        .deleteFrom('crawl_answer')
        .where('crawl_id', '=', crawl)
        .where('number', 'in', some)
        .execute()
    }
    const gone = numberList(Uint8Array)
    for (const number of numbers) gone.set(number, 1)
    await repack(transaction, crawl, (number) => gone.get(number) === 1)
  })
}
