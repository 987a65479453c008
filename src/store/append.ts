import type { Kysely, Transaction } from 'kysely'
import type { Added } from './period-store.ts'
import type { Tables } from './tables.ts'

/** SQLite's and PostgreSQL's codes for a key that is there already. */
const TAKEN = /^(?:SQLITE_CONSTRAINT_(?:PRIMARYKEY|UNIQUE)|23505)$/

const isTaken = (fault: unknown): boolean =>
  fault instanceof Error && 'code' in fault && typeof fault.code === 'string' && TAKEN.test(fault.code)

/** Does the writing in one transaction; a key that is taken undoes it all and is a conflict, not a fault. */
export async function append(
  database: Kysely<Tables>,
  write: (transaction: Transaction<Tables>) => Promise<void>,
): Promise<Added> {
  try {
    await database.transaction().execute(write)
    return { ok: true }
  } catch (fault) {
    if (isTaken(fault)) return { ok: false }
    throw fault
  }
}
