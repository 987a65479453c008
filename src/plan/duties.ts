import type { Day } from '../core/day.ts'
import type { Problem } from '../core/errors.ts'
import type { Item } from '../policy/item.ts'
import type { Pack } from '../policy/pack.ts'
import type { Registry } from '../registry/registry.ts'
import type { Unit } from '../registry/unit.ts'
import type { Duty } from './duty.ts'
import { type Holdings, holdings } from './holdings.ts'
import { owingUnits } from './owing-units.ts'

export { unknownUnits } from './unknown-units.ts'

function dutyOf(item: Item, unit: Unit, { columns, services, events }: Holdings): Duty {
  const { stage } = item
  return {
    item,
    unit,
    columns: columns.filter((column) => column.item === item.id),
    events: events.filter((event) => event.item === item.id),
    services: stage === null ? [] : services.filter((service) => service.stages[stage] !== null),
    unitServices: stage === 'application' ? services : [],
  }
}

/**
 * Every cell that somebody owes on a day: item × owing unit, in the order of the policy, then of the registry. Duties
 * come from the policy and the unit list, never from what a crawl happened to find.
 */
export function duties(pack: Pack, registry: Registry, asOf: Day): readonly Duty[] {
  const held = holdings(registry, asOf)
  return [...pack.items.values()].flatMap((item) =>
    owingUnits(item, registry, asOf).map((unit) => dutyOf(item, unit, held(unit.id))),
  )
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
