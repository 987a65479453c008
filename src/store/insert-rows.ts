import type { CompiledQuery, Kysely } from 'kysely'
import { chunksOf } from './chunks.ts'
import type { Tables } from './tables.ts'

/** Inserts rows that all have the same columns in the same order. */
export type InsertRows<Row extends object> = (database: Kysely<Tables>, rows: readonly Row[]) => Promise<void>

/**
 * An insert whose statement is compiled once for each number of rows, for tables that grow by thousands of small
 * batches. `compile` says what the statement is; one inserter serves one kind of database.
 */
export function insertRows<Row extends object>(
  compile: (database: Kysely<Tables>, rows: readonly Row[]) => CompiledQuery,
): InsertRows<Row> {
  const compiled = new Map<number, CompiledQuery>()
  return async (database, rows) => {
    for (const chunk of chunksOf(rows)) {
      const query = compiled.get(chunk.length) ?? compile(database, chunk)
      compiled.set(chunk.length, query)
      const parameters = chunk.flatMap((row) => Object.values(row))
      await database.executeQuery({ ...query, parameters })
    }
  }
}
