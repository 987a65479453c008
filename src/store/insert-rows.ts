import type { CompiledQuery } from 'kysely'

/** Runs statements in one transaction: all of them or none. */
export type RunBatch = (statements: readonly CompiledQuery[]) => Promise<void>

/** Reads the rows of a statement, each the list of its columns. */
export type ReadRows = (statement: CompiledQuery) => readonly (readonly unknown[])[]

/**
 * The statements that insert rows which all have the same columns in the same order, one each. The statement is compiled
 * for the first row only: for tables that grow by thousands of small batches.
 */
export function rowInserts<Row extends object>(
  compile: (row: Row) => CompiledQuery,
): (rows: readonly Row[]) => readonly CompiledQuery[] {
  let compiled: CompiledQuery | null = null
  return (rows) =>
    rows.map((row) => {
      compiled ??= compile(row)
      return { ...compiled, parameters: Object.values(row) }
    })
}
