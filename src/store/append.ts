import type { Kysely, Transaction } from 'kysely'
import type { Added } from './period-store.ts'
import type { Tables } from './tables.ts'

/** SQLite's and PostgreSQL's codes for a key that is there already. */
const TAKEN = /^(?:SQLITE_CONSTRAINT_(?:PRIMARYKEY|UNIQUE)|23505)$/

const isTaken = (fault: unknown): boolean =>
  fault instanceof Error && 'code' in fault && typeof fault.code === 'string' && TAKEN.test(fault.code)

/**
 * Does the writing in one transaction; a key that is taken undoes it all and is a conflict, not a fault. So is `false` from
 * `isAsSeen`, which looks first, in the same transaction, whether everything is still as the writer saw it.
 */
export async function append(
  database: Kysely<Tables>,
  write: (transaction: Transaction<Tables>) => Promise<void>,
  isAsSeen: (transaction: Transaction<Tables>) => Promise<boolean> = async () => true,
): Promise<Added> {
  try {
    const ok = await database.transaction().execute(async (transaction) => {
      const asSeen = await isAsSeen(transaction)
      if (asSeen) await write(transaction)
      return asSeen
    })
    return ok ? { ok } : { ok }
  } catch (fault) {
    if (isTaken(fault)) return { ok: false }
    throw fault
  }
}
