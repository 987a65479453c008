import type { Day } from '../core/day.ts'
import type { Problem } from '../core/errors.ts'
import type { UnitId } from '../core/ids.ts'
import type { Item, UnitGroup } from '../policy/item.ts'
import type { Pack } from '../policy/pack.ts'
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

/** The unit itself while it is active, else its successor's successor and so on; null when nobody took over. */
function incumbent(unit: Unit, units: ReadonlyMap<UnitId, Unit>, day: Day): Unit | null {
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

/** Units that the policy names and the registry does not have. */
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
    message: `缺少“${name}”（责任事项 ${items.join('、')}）/ the policy names ${name} (items ${items.join(', ')}); add it, or add the name to a unit's aliases.`,
  }))
}
