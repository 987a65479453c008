import type { Day } from '../core/day.ts'
import type { UnitId } from '../core/ids.ts'
import type { RegistryEvent } from '../registry/event.ts'
import type { PortalColumn } from '../registry/portal-column.ts'
import type { Registry } from '../registry/registry.ts'
import type { Service } from '../registry/service.ts'
import { incumbent } from './owing-units.ts'

/** What is registered for a unit, its own and what it took over from units that ended. */
export interface Holdings {
  readonly columns: readonly PortalColumn[]
  readonly services: readonly Service[]
  /** What happened up to the day. */
  readonly events: readonly RegistryEvent[]
}

/**
 * What each unit answers for on a day: a column or service belongs to the unit for which it is registered, or, once
 * that one has ended, to whoever took over. What nobody took over belongs to nobody.
 */
export function holdings(registry: Registry, day: Day): (unit: UnitId) => Holdings {
  const nothing = () => ({ columns: [], services: [], events: [] })
  const held = new Map<UnitId, { readonly [Kind in keyof Holdings]: Holdings[Kind][number][] }>()
  for (const unit of registry.units.keys()) held.set(unit, nothing())
  const heirs = new Map(
    [...registry.units.values()].map((unit) => [unit.id, incumbent(unit, registry.units, day)?.id ?? '']),
  )
  const holderOf = (unit: UnitId) => held.get(heirs.get(unit) ?? '')
  for (const column of registry.columns) holderOf(column.unit)?.columns.push(column)
  for (const service of registry.services) holderOf(service.unit)?.services.push(service)
  for (const event of registry.events) if (event.on <= day) holderOf(event.unit)?.events.push(event)
  return (unit) => held.get(unit) ?? nothing()
}
