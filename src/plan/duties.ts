import type { Day } from '../core/day.ts'
import type { Item } from '../policy/item.ts'
import type { Pack } from '../policy/pack.ts'
import type { Registry } from '../registry/registry.ts'
import type { Unit } from '../registry/unit.ts'
import type { Duty } from './duty.ts'
import { type Holdings, holdings } from './holdings.ts'
import { owingUnits } from './owing-units.ts'

function dutyOf(item: Item, unit: Unit, { columns, services }: Holdings): Duty {
  const { stage } = item
  return {
    item,
    unit,
    columns: columns.filter((column) => column.item === item.id),
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
