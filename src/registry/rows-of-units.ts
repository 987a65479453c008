import type { Problem } from '../core/errors.ts'
import type { UnitId } from '../core/ids.ts'
import { type CellReader, cellsOf } from './cells.ts'
import { nearestName, unitFinder } from './find-unit.ts'
import { readTable, type TextFile } from './table.ts'
import type { Unit } from './unit.ts'

/**
 * Reads a CSV file whose rows have an `id` of their own and name a `unit`: both are checked here, the rest by `read`,
 * which returns null for a row that cannot be used.
 */
export function readRowsOfUnits<T>(
  file: TextFile,
  columns: readonly string[],
  units: ReadonlyMap<UnitId, Unit>,
  read: (cells: CellReader, unit: UnitId) => T | null,
): { readonly list: readonly T[]; readonly problems: readonly Problem[] } {
  const table = readTable(file, columns)
  const problems: Problem[] = [...table.problems]
  const find = unitFinder(units)
  const ids = new Set<string>()
  const list: T[] = []
  for (const row of table.rows) {
    const cells = cellsOf(file, row, problems)
    const id = cells.required('id')
    if (ids.has(id)) cells.reject('id', '编号重复 / this id stands twice; ids must be unique.')
    ids.add(id)
    const unit = find(cells.required('unit'))
    if (unit === null) {
      const near = nearestName(cells.text('unit'), units)
      const hint = near === null ? '' : `，是否为“${near}”/ did you mean ${near}?`
      cells.reject('unit', `单位表中没有这个单位 / no such unit in units.csv${hint}`)
    }
    const one = read(cells, unit?.id ?? '')
    if (one !== null && unit !== null) list.push(one)
  }
  return { list, problems }
}
