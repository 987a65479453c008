import type { Cell, Sheet } from './workbook.ts'

/** The cells of a row by their columns. */
export type GridRow = ReadonlyMap<number, Cell>

/** The rows that hold cells of their own, by their numbers, in order. */
export type Grid = ReadonlyMap<number, GridRow>

/**
 * A sheet as rows of cells. Where rows are merged, each of them holds what the first one shows; what is merged across
 * columns stays in the first of them.
 */
export function sheetGrid({ cells, merges }: Sheet): Grid {
  const rows = new Map<number, Map<number, Cell>>()
  for (const cell of cells) {
    const row = rows.get(cell.row) ?? new Map<number, Cell>()
    rows.set(cell.row, row.set(cell.column, cell))
  }
  for (const { from, to } of merges) {
    const shown = rows.get(from.row)?.get(from.column)
    if (shown === undefined) continue
    for (const [number, row] of rows) {
      const within = number > from.row && number <= to.row
      if (within && !row.has(from.column)) row.set(from.column, { ...shown, row: number })
    }
  }
  return new Map([...rows].sort(([a], [b]) => a - b))
}
