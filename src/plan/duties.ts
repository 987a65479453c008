import type { Day } from '../core/day.ts'
import type { Problem } from '../core/errors.ts'
import type { UnitId } from '../core/ids.ts'
import type { Item } from '../policy/item.ts'
import type { Pack } from '../policy/pack.ts'
import type { Registry } from '../registry/registry.ts'
import type { Unit } from '../registry/unit.ts'
import type { Duty } from './duty.ts'
import { owingUnits } from './owing-units.ts'

export { unknownUnits } from './owing-units.ts'

const grouped = <T extends { readonly unit: UnitId }>(
  list: readonly T[],
): ReadonlyMap<UnitId, readonly T[]> => {
  const groups = new Map<UnitId, T[]>()
  for (const one of list) groups.set(one.unit, [...(groups.get(one.unit) ?? []), one])
  return groups
}

/** A unit and every ended unit whose duties came to it, so that what was registered for those still counts. */
function heritage(unit: Unit, registry: Registry, day: Day): readonly UnitId[] {
  const ended = [...registry.units.values()].filter(
    (one) => one.successor === unit.id && one.activeTo !== null && one.activeTo < day,
  )
  return [unit.id, ...ended.flatMap((one) => heritage(one, registry, day))]
}

/**
 * Every cell that somebody owes on a day: item × owing unit, in the order of the policy, then of the registry. Duties
 * come from the policy and the unit list, never from what a crawl happened to find.
 */
export function duties(pack: Pack, registry: Registry, asOf: Day): readonly Duty[] {
  const columns = grouped(registry.columns)
  const services = grouped(registry.services)
  const dutyOf = (item: Item, unit: Unit): Duty => {
    const units = heritage(unit, registry, asOf)
    const stage = item.stage
    return {
      item,
      unit,
      columns: units.flatMap((id) => (columns.get(id) ?? []).filter((column) => column.item === item.id)),
      services:
        stage === null
          ? []
          : units.flatMap((id) =>
              (services.get(id) ?? []).filter((service) => service.stages[stage] !== null),
            ),
    }
  }
  return [...pack.items.values()].flatMap((item) =>
    owingUnits(item, registry, asOf).map((unit) => dutyOf(item, unit)),
  )
}

/** Columns that are registered for an item which their unit does not owe: odd, not wrong. */
export function strayColumns(pack: Pack, registry: Registry, asOf: Day): readonly Problem[] {
  const owed = new Set(
    duties(pack, registry, asOf).flatMap((duty) => duty.columns.map((column) => column.id)),
  )
  return registry.columns
    .filter((column) => !owed.has(column.id))
    .map((column) => ({
      file: 'columns.csv',
      column: 'item',
      message: `栏目 ${column.id}：${column.unit} 不承担 ${column.item}，未检查 / column ${column.id}: ${column.unit} does not owe ${column.item}, so that it is not checked.`,
    }))
}
