import type { Problem } from '../core/errors.ts'
import { cellsOf } from './cells.ts'
import { nearestHint, unitFinder } from './find-unit.ts'
import type { Known, Register } from './register.ts'
import { readTable, type TextFile } from './table.ts'
import type { ParsedUnits } from './units.ts'

/** What a file holds, and what is wrong with it. */
export interface ParsedRows<T> {
  readonly list: readonly T[]
  readonly problems: readonly Problem[]
}

/**
 * Reads the file of a register. `id` and `unit` are checked here, the rest by the register. Where units.csv itself could
 * not be read whole, an unknown unit is no problem of this file.
 */
export function readRowsOfUnits<T>(
  file: TextFile,
  register: Pick<Register<T>, 'headings' | 'read'>,
  { units, whole }: Pick<ParsedUnits, 'units' | 'whole'>,
  known: Known,
): ParsedRows<T> {
  const table = readTable(file, register.headings)
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
    const one = register.read(cells, unit?.id ?? '', known)
    if (one !== null && unit !== null) list.push(one)
  }
  return { list, problems }
}
