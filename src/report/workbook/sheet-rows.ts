import { halfWidth, oneLine } from '../../registry/cell-text.ts'
import { columnLetters } from '../../registry/workbook/cell-place.ts'
import { sheetGrid } from '../../registry/workbook/sheet-grid.ts'
import type { Cell, Sheet } from '../../registry/workbook/workbook.ts'
import { COLUMNS } from './columns.ts'

/** A row of a sheet of problems. */
export interface ProblemSheetRow {
  /** The words of a column's cell; empty when there are none. */
  text(column: string): string
  /** The cell's place: `O12`. */
  place(column: string): string
}

/** A sheet of problems, or the columns that it would need to be one. */
export type ProblemSheet =
  | { readonly kind: 'rows'; readonly rows: readonly ProblemSheetRow[] }
  | { readonly kind: 'incomplete'; readonly header: number; readonly missing: readonly string[] }
  | { readonly kind: 'other' }

/** The header stands within so many rows; titles may stand above it. */
const HEADER_WITHIN = 10

/** Without these nothing can be read back. */
const NEEDED = [
  'unit',
  'item',
  'subject',
  'address',
  'decision',
  'reviewer',
  'reason',
  'fingerprint',
  'run',
  'check',
]

const words = ({ value }: Cell): string =>
  value.kind === 'fault' ? '' : value.kind === 'day' ? value.day : oneLine(value.text)

const plain = (text: string): string => halfWidth(text).toLowerCase().replaceAll(/\s/g, '')

const columnOf = (cell: Cell): string | null => {
  const name = plain(words(cell))
  return COLUMNS.find(({ heading }) => name === plain(heading.zh) || name === plain(heading.en))?.id ?? null
}

/** Reads a sheet of problems, its columns in any order, in Chinese or English. */
export function problemSheet(sheet: Sheet): ProblemSheet {
  const grid = [...sheetGrid(sheet)]
  const found = grid
    .filter(([number]) => number <= HEADER_WITHIN)
    .map(([number, row]) => {
      const named = [...row.values()].flatMap((cell) => {
        const id = columnOf(cell)
        return id === null ? [] : [[id, cell.column] as const]
      })
      return { number, columns: new Map(named) }
    })
    .find(({ columns }) => columns.has('decision') || columns.has('fingerprint'))
  if (found === undefined) return { kind: 'other' }
  const { number: header, columns } = found
  const missing = COLUMNS.filter(({ id }) => NEEDED.includes(id) && !columns.has(id))
  if (missing.length > 0) {
    return { kind: 'incomplete', header, missing: missing.map(({ heading }) => heading.zh) }
  }
  const rows = grid
    .filter(([number]) => number > header)
    .map(([number, row]) => {
      const at = (column: string): number => columns.get(column) ?? 0
      return {
        text: (column: string) => {
          const cell = row.get(at(column))
          return cell === undefined ? '' : words(cell)
        },
        place: (column: string) => `${columnLetters(at(column))}${number}`,
      }
    })
  return { kind: 'rows', rows }
}
