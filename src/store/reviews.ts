import type { Kysely } from 'kysely'
import type { RunId } from '../core/ids.ts'
import type { Review } from '../core/review.ts'
import { reviewOf } from './period-rows.ts'
import type { Tables } from './tables.ts'

/** Decisions about findings of a run and of every run that was started before it, in the order in which they were made. */
export async function reviewsUpTo(database: Kysely<Tables>, run: RunId): Promise<readonly Review[]> {
  const rows = await database
    .selectFrom('review')
    .innerJoin('run as reviewed', 'reviewed.id', 'review.run_id')
    .innerJoin('run as given', (join) =>
      join.onRef('reviewed.started_at', '<=', 'given.started_at').on('given.id', '=', run),
    )
    .selectAll('review')
    .orderBy('review.at')
    .orderBy('review.run_id')
    .orderBy('review.fingerprint')
    .orderBy('review.number')
    .execute()
  return rows.map(reviewOf)
}
