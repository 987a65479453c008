import { stringify } from 'csv-stringify/sync'
import { guarded } from './cell-text.ts'

/** Cells as a line of CSV without its end: null is an empty cell, no cell a formula. */
export const csvRow = (cells: readonly (string | null)[]): string =>
  stringify([cells.map((cell) => guarded(cell ?? ''))], { eof: false })

/** A header and rows as CSV: null is an empty cell, no cell a formula, with a byte order mark and CRLF as Excel wants them. */
export const csvText = (columns: readonly string[], rows: readonly (readonly (string | null)[])[]): string =>
  stringify([[...columns], ...rows.map((row) => row.map((cell) => guarded(cell ?? '')))], {
    bom: true,
    record_delimiter: 'windows',
  })
