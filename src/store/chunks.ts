/** Values in one statement: SQLite takes 999 in its oldest builds, PostgreSQL 65,535. */
const MOST_VALUES = 900

/** Rows in groups that fit into one insert statement each. All rows have the same columns. */
export function chunksOf<Row extends object>(rows: readonly Row[]): readonly (readonly Row[])[] {
  const columns = Object.keys(rows[0] ?? {}).length
  const size = Math.max(1, Math.floor(MOST_VALUES / Math.max(1, columns)))
  const groups = Math.ceil(rows.length / size)
  return Array.from({ length: groups }, (_, index) => rows.slice(index * size, (index + 1) * size))
}
