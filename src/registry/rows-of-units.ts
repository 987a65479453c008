import type { Problem } from '../core/errors.ts'
import type { UnitId } from '../core/ids.ts'
import { type CellReader, cellsOf } from './cells.ts'
import { nearestHint, unitFinder } from './find-unit.ts'
import { readTable, type TextFile } from './table.ts'
import type { ParsedUnits } from './units.ts'

/** What a file holds, and what is wrong with it. */
export interface ParsedRows<T> {
  readonly list: readonly T[]
  readonly problems: readonly Problem[]
}

/**
 * Reads a CSV file whose rows have an `id` of their own and name a `unit`: both are checked here, the rest by `read`,
 * which returns null for a row that cannot be used. Where units.csv itself could not be read whole, an unknown unit is
 * no problem of this file.
 */
export function readRowsOfUnits<T>(
  file: TextFile,
  columns: readonly string[],
  { units, whole }: Pick<ParsedUnits, 'units' | 'whole'>,
  read: (cells: CellReader, unit: UnitId) => T | null,
): ParsedRows<T> {
  const table = readTable(file, columns)
  const problems: Problem[] = [...table.problems]
  const find = unitFinder(units)
  const lines = new Map<string, number>()
  const list: T[] = []
  for (const row of table.rows) {
    const cells = cellsOf(file.name, row, problems)
    const id = cells.id('id')
    const other = lines.get(id)
    if (id !== '' && other !== undefined) {
      cells.reject('id', `与第 ${other} 行重复 / line ${other} has the same id; ids must be unique.`)
    }
    lines.set(id, other ?? row.line)
    const words = cells.required('unit')
    const unit = find(words)
    if (unit === null && words !== '' && whole) {
      const hint = nearestHint(words, units)
      cells.reject(
        'unit',
        `单位表中没有这个单位 / no such unit in units.csv; add it or mend the name.${hint}`,
      )
    }
    const one = read(cells, unit?.id ?? '')
    if (one !== null && unit !== null) list.push(one)
  }
  return { list, problems }
}
