import type { Day } from '../core/day.ts'
import type { UnitId } from '../core/ids.ts'
import type { Item, UnitGroup } from '../policy/item.ts'
import { unitFinder } from '../registry/find-unit.ts'
import type { Registry } from '../registry/registry.ts'
import type { Unit } from '../registry/unit.ts'

const isInGroup = (unit: Unit, group: UnitGroup, item: Item): boolean => {
  if (group === 'districts') return unit.kind === 'district'
  if (group === 'departments') return unit.kind === 'department'
  return unit.relevantItems.includes(item.id)
}

const isActive = (unit: Unit, day: Day): boolean =>
  (unit.activeFrom === null || unit.activeFrom <= day) && (unit.activeTo === null || day <= unit.activeTo)

/** The unit itself while it is active, else its successor, or the successor's, and so on; null when nobody took over. */
export function incumbent(unit: Unit, units: ReadonlyMap<UnitId, Unit>, day: Day): Unit | null {
  if (isActive(unit, day)) return unit
  const ended = unit.activeTo !== null && unit.activeTo < day
  const successor = ended && unit.successor !== null ? units.get(unit.successor) : undefined
  return successor === undefined ? null : incumbent(successor, units, day)
}

/** The units that owe an item on a day, in the order of the registry; a unit that ended is replaced by its successor. */
export function owingUnits(item: Item, registry: Registry, day: Day): readonly Unit[] {
  const find = unitFinder(registry.units)
  const named = item.owedBy.units.flatMap((name) => find(name) ?? [])
  const grouped = [...registry.units.values()].filter((unit) =>
    item.owedBy.groups.some((group) => isInGroup(unit, group, item)),
  )
  const owing = new Set(
    [...named, ...grouped].flatMap((unit) => incumbent(unit, registry.units, day)?.id ?? []),
  )
  return [...registry.units.values()].filter((unit) => owing.has(unit.id))
}
