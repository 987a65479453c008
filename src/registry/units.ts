import type { Problem } from '../core/errors.ts'
import type { ItemId, UnitId } from '../core/ids.ts'
import { cellsOf } from './cells.ts'
import { readTable, type TextFile } from './table.ts'
import type { Unit } from './unit.ts'

/** The columns of units.csv. */
export const UNIT_COLUMNS = [
  'id',
  'name',
  'aliases',
  'kind',
  'site',
  'active_from',
  'active_to',
  'successor',
  'relevant_items',
  'contact',
] as const

const KINDS = ['district', 'department', 'enterprise'] as const

function successorProblem(unit: Unit, units: ReadonlyMap<UnitId, Unit>): string | null {
  const seen = new Set<UnitId>([unit.id])
  for (let next = unit.successor; next !== null; next = units.get(next)?.successor ?? null) {
    if (!units.has(next)) return '没有这个单位 / there is no such unit; give the id of a unit in this file.'
    if (seen.has(next)) return '承接单位循环 / the successors go round in a circle.'
    seen.add(next)
  }
  return null
}

/** Reads units.csv. Problems: doubled ids, names or aliases, unknown items or successors, reversed days. */
export function parseUnits(
  file: TextFile,
  items: ReadonlySet<ItemId>,
): { readonly units: ReadonlyMap<UnitId, Unit>; readonly problems: readonly Problem[] } {
  const table = readTable(file, UNIT_COLUMNS)
  const problems: Problem[] = [...table.problems]
  const units = new Map<UnitId, Unit>()
  const names = new Map<string, number>()
  const readers = new Map<UnitId, ReturnType<typeof cellsOf>>()
  for (const row of table.rows) {
    const cells = cellsOf(file, row, problems)
    const id = cells.required('id')
    const kind = cells.oneOf('kind', KINDS)
    const aliases = cells.list('aliases')
    const relevantItems = cells.list('relevant_items')
    for (const item of relevantItems.filter((one) => !items.has(one))) {
      cells.reject('relevant_items', `没有责任事项 ${item} / the policy has no item ${item}.`)
    }
    if (units.has(id)) cells.reject('id', '编号重复 / this id stands twice; ids must be unique.')
    for (const name of [cells.required('name'), ...aliases]) {
      const line = names.get(name)
      if (line !== undefined)
        cells.reject('name', `名称“${name}”与第 ${line} 行重复 / ${name} is also the name of line ${line}.`)
      names.set(name, row.line)
    }
    const unit: Unit = {
      id,
      name: cells.text('name'),
      aliases,
      kind: kind ?? 'department',
      site: cells.address('site'),
      activeFrom: cells.day('active_from'),
      activeTo: cells.day('active_to'),
      successor: cells.text('successor') || null,
      relevantItems,
      contact: cells.text('contact') || null,
    }
    if (unit.activeFrom !== null && unit.activeTo !== null && unit.activeTo < unit.activeFrom) {
      cells.reject('active_to', `早于 active_from（${unit.activeFrom}）/ earlier than active_from.`)
    }
    units.set(id, unit)
    readers.set(id, cells)
  }
  for (const unit of units.values()) {
    const fault = successorProblem(unit, units)
    if (fault !== null) readers.get(unit.id)?.reject('successor', fault)
  }
  return { units, problems }
}
