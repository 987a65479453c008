import type { CompiledQuery } from 'kysely'

/** Runs statements in one transaction: all of them or none. */
export type RunBatch = (statements: readonly CompiledQuery[]) => Promise<void>

/** Reads the rows of a statement, each the list of its columns. */
export type ReadRows = (statement: CompiledQuery) => readonly (readonly unknown[])[]

/** So many rows are inserted by one statement where there are as many. */
const ROWS_AT_ONCE = 16

/**
 * The statements that insert rows which all have the same columns in the same order. Statements are compiled once: for
 * tables that grow by thousands of small batches.
 */
export function rowInserts<Row extends object>(
  compile: (rows: readonly Row[]) => CompiledQuery,
): (rows: readonly Row[]) => readonly CompiledQuery[] {
  const compiled = new Map<number, CompiledQuery>()
  const insertOf = (rows: readonly Row[]): CompiledQuery => {
    const known = compiled.get(rows.length) ?? compile(rows)
    compiled.set(rows.length, known)
    return { ...known, parameters: rows.flatMap((row) => Object.values(row)) }
  }
  return (rows) => {
    const inserts: CompiledQuery[] = []
    for (let at = 0; at < rows.length; ) {
      const count = rows.length - at < ROWS_AT_ONCE ? 1 : ROWS_AT_ONCE
      inserts.push(insertOf(rows.slice(at, at + count)))
      at += count
    }
    return inserts
  }
}
