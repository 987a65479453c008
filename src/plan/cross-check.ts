import type { Day } from '../core/day.ts'
import type { Problem } from '../core/errors.ts'
import type { Pack } from '../policy/pack.ts'
import { nearestHint, unitFinder } from '../registry/find-unit.ts'
import type { Registry } from '../registry/registry.ts'
import { duties } from './duties.ts'

/** Units that the policy names and the registry does not have: without them duties would be lost. */
export function unknownUnits(pack: Pack, registry: Registry): readonly Problem[] {
  const find = unitFinder(registry.units)
  const missing = new Map<string, string[]>()
  for (const item of pack.items.values()) {
    for (const name of item.owedBy.units.filter((one) => find(one) === null)) {
      missing.set(name, [...(missing.get(name) ?? []), item.id])
    }
  }
  return [...missing].map(([name, items]) => ({
    file: 'units.csv',
    column: 'name',
    message: `缺少“${name}”（责任事项 ${items.join('、')}）/ the policy names ${name} (items ${items.join(', ')}); add the unit, or add the name to a unit's aliases.${nearestHint(name, registry.units)}`,
  }))
}

/** Columns that are registered for an item which their unit does not owe on the day: odd, not wrong. */
export function strayColumns(pack: Pack, registry: Registry, asOf: Day): readonly Problem[] {
  const owed = new Set(
    duties(pack, registry, asOf).flatMap((duty) => duty.columns.map((column) => column.id)),
  )
  return registry.columns
    .filter((column) => !owed.has(column.id))
    .map((column) => {
      const name = registry.units.get(column.unit)?.name ?? column.unit
      const zh = `栏目 ${column.id}：${name}在 ${asOf} 不承担责任事项 ${column.item}，该栏目不检查`
      const en = `column ${column.id}: ${name} does not owe item ${column.item} on ${asOf}, so that the column is not checked`
      const next = `mend its unit or item, add ${column.item} to the unit's relevant_items where 有关部门 owe it, or remove the row.`
      return { file: 'columns.csv', column: 'item', message: `${zh} / ${en}; ${next}` }
    })
}
