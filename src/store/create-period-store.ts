import type { Kysely, Transaction } from 'kysely'
import type { RunId } from '../core/ids.ts'
import type { CaseEvent } from '../core/rectification.ts'
import { append } from './append.ts'
import { insertBodies, packBodies, readBody } from './bodies.ts'
import { chunksOf } from './chunks.ts'
import { explained } from './explained.ts'
import {
  caseEventOf,
  caseEventRow,
  caseOf,
  caseRow,
  reviewOf,
  reviewRow,
  sealingOf,
  sealingRow,
} from './period-rows.ts'
import type { PeriodStore, SeenHistories } from './period-store.ts'
import { reviewsUpTo } from './reviews.ts'
import type { Tables } from './tables.ts'

async function insertEvents(transaction: Transaction<Tables>, events: readonly CaseEvent[]): Promise<void> {
  for (const rows of chunksOf(events.map(caseEventRow)))
    await transaction.insertInto('case_event').values(rows).execute()
}

async function isAsSeen(
  transaction: Transaction<Tables>,
  run: RunId,
  { reviews, caseEvents }: SeenHistories,
): Promise<boolean> {
  const { events } = await transaction
    .selectFrom('case_event')
    .select(({ fn }) => fn.countAll().as('events'))
    .executeTakeFirstOrThrow()
  return Number(events) === caseEvents && (await reviewsUpTo(transaction, run)).length === reviews
}

/**
 * The period store over any database that has the tables. `name` is what errors call the database; `explain` turns a
 * fault of the database into what should be thrown.
 */
export function createPeriodStore(
  database: Kysely<Tables>,
  name: string,
  explain: (fault: unknown) => unknown,
): PeriodStore {
  const through = explained(explain)
  return {
    reviews: through(async (run) => {
      const all = database.selectFrom('review').selectAll().orderBy('at').orderBy('run_id')
      const rows = await (run === undefined ? all : all.where('run_id', '=', run))
        .orderBy('fingerprint')
        .orderBy('number')
        .execute()
      return rows.map(reviewOf)
    }),
    addReviews: through((reviews) =>
      append(database, async (transaction) => {
        for (const rows of chunksOf(reviews.map(reviewRow)))
          await transaction.insertInto('review').values(rows).execute()
      }),
    ),
    sealings: through(async () => {
      const rows = await database.selectFrom('sealing').selectAll().orderBy('position').execute()
      return rows.map(sealingOf)
    }),
    document: through((digest) => readBody(database, name, digest)),
    seal: through(async ({ sealing, document, cases, events }, seen) => {
      const bodies = await packBodies(database, [document])
      const write = async (transaction: Transaction<Tables>): Promise<void> => {
        await insertBodies(transaction, bodies)
        await transaction
          .insertInto('sealing')
          .values(sealingRow(sealing, seen.sealings + 1))
          .execute()
        for (const rows of chunksOf(cases.map(caseRow)))
          await transaction.insertInto('rectification_case').values(rows).execute()
        await insertEvents(transaction, events)
      }
      return append(database, write, (transaction) => isAsSeen(transaction, sealing.run, seen))
    }),
    cases: through(async (period) => {
      const all = database.selectFrom('rectification_case').selectAll().orderBy('id')
      const rows = await (period === undefined ? all : all.where('period', '=', period)).execute()
      return rows.map(caseOf)
    }),
    caseEvents: through(async () => {
      const rows = await database
        .selectFrom('case_event')
        .selectAll()
        .orderBy('case_id')
        .orderBy('number')
        .execute()
      return rows.map(caseEventOf)
    }),
    addCaseEvents: through((events) => append(database, (transaction) => insertEvents(transaction, events))),
    close: through(() => database.destroy()),
  }
}
