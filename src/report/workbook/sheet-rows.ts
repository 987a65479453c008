import type { Day } from '../../core/day.ts'
import { halfWidth, oneLine } from '../../registry/cell-text.ts'
import { columnLetters } from '../../registry/workbook/cell-place.ts'
import { looseDay } from '../../registry/workbook/loose-day.ts'
import { sheetGrid } from '../../registry/workbook/sheet-grid.ts'
import type { Cell, Sheet } from '../../registry/workbook/workbook.ts'
import { COLUMNS } from './columns.ts'

/** A row of a sheet of problems. */
export interface ProblemSheetRow {
  /** The words of a column's cell; empty when there are none. */
  text(column: string): string
  /** The day in a column's cell, as people type it; null when there is none. */
  day(column: string): Day | null
  /** Why nothing can be read in a column's cell, such as a formula that ends in an error; null when something can. */
  fault(column: string): string | null
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

/** By these a row is known. */
const KNOWN_BY = ['unit', 'item', 'subject', 'address', 'fingerprint', 'run', 'check']

const words = ({ value }: Cell): string =>
  value.kind === 'fault' ? '' : value.kind === 'day' ? value.day : oneLine(value.text)

function dayOf({ value }: Cell): Day | null {
  if (value.kind === 'day') return value.day
  if (value.kind === 'fault') return null
  return (value.kind === 'number' ? value.day : null) ?? looseDay(oneLine(value.text))
}

const plain = (text: string): string => halfWidth(text).toLowerCase().replaceAll(/\s/g, '')

const columnOf = (cell: Cell): string | null => {
  const name = plain(words(cell))
  return COLUMNS.find(({ heading }) => name === plain(heading.zh) || name === plain(heading.en))?.id ?? null
}

/**
 * Reads a sheet of problems, its columns in any order, in Chinese or English. `wanted`: those that are read back; without
 * them and those by which a row is known the sheet is incomplete.
 */
export function problemSheet(sheet: Sheet, wanted: readonly string[]): ProblemSheet {
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
    .find(({ columns }) => columns.has('fingerprint') || wanted.some((id) => columns.has(id)))
  if (found === undefined) return { kind: 'other' }
  const { number: header, columns } = found
  const needed = [...KNOWN_BY, ...wanted]
  const missing = COLUMNS.filter(({ id }) => needed.includes(id) && !columns.has(id))
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
        fault: (column: string) => {
          const value = row.get(at(column))?.value
          return value?.kind === 'fault' ? value.message : null
        },
        day: (column: string) => {
          const cell = row.get(at(column))
          return cell === undefined ? null : dayOf(cell)
        },
        place: (column: string) => `${columnLetters(at(column))}${number}`,
      }
    })
  return { kind: 'rows', rows }
}
