import type { Kysely, Selectable } from 'kysely'
import type { Address } from '../core/address.ts'
import type { RunId } from '../core/ids.ts'
import type { Answer, Hop, Observation } from '../core/observation.ts'
import { insertBodies, packBodies } from './bodies.ts'
import { chunksOf } from './chunks.ts'
import type { Body } from './run-store.ts'
import type { ObservationTable, Tables } from './tables.ts'

const rowOf = (run: RunId, observation: Observation) => ({
  run_id: run,
  id: observation.id,
  purpose: observation.purpose,
  origin: observation.origin,
  address: observation.address,
  observed_at: observation.observedAt,
  duration: observation.duration,
  attempts: observation.attempts,
  hops: JSON.stringify(observation.hops),
  answer: JSON.stringify(observation.answer),
  body: observation.answer.kind === 'response' ? observation.answer.body : null,
})

const observationOf = (row: Selectable<ObservationTable>): Observation => ({
  id: row.id,
  purpose: row.purpose,
  origin: row.origin,
  address: row.address as Address,
  observedAt: Number(row.observed_at),
  duration: row.duration,
  attempts: row.attempts,
  hops: JSON.parse(row.hops) as readonly Hop[],
  answer: JSON.parse(row.answer) as Answer,
})

/** Observations and bodies in one transaction. What the run or the database holds already stays as it is. */
export async function addObservations(
  database: Kysely<Tables>,
  run: RunId,
  observations: readonly Observation[],
  bodies: readonly Body[],
): Promise<void> {
  const packed = await packBodies(database, bodies)
  const rows = observations.map((observation) => rowOf(run, observation))
  await database.transaction().execute(async (transaction) => {
    await insertBodies(transaction, packed)
    for (const chunk of chunksOf(rows)) {
      await transaction
        .insertInto('observation')
        .values(chunk)
        .onConflict((conflict) => conflict.columns(['run_id', 'id']).doNothing())
        .execute()
    }
  })
}

/** A run's observations in the order of their ids, which is the same on every database whatever its collation. */
export async function readObservations(
  database: Kysely<Tables>,
  run: RunId,
): Promise<readonly Observation[]> {
  const rows = await database.selectFrom('observation').selectAll().where('run_id', '=', run).execute()
  return rows.map(observationOf).sort((a, b) => (a.id < b.id ? -1 : 1))
}
