import type { Item } from '../policy/item.ts'
import type { RegistryEvent } from '../registry/event.ts'
import type { PortalColumn } from '../registry/portal-column.ts'
import type { Service } from '../registry/service.ts'
import type { Unit } from '../registry/unit.ts'

/** Item × unit: one cell that somebody owes. Nothing registered is itself a finding. */
export interface Duty {
  readonly item: Item
  readonly unit: Unit
  readonly columns: readonly PortalColumn[]
  /** What happened and has to be followed by an entry. */
  readonly events: readonly RegistryEvent[]
  /** Services that answer a duty about a stage (3.1–3.3): those with an address for that stage. */
  readonly services: readonly Service[]
  /** Every service of the unit at the duty of the application stage (3.1), where each is judged as a whole; else none. */
  readonly unitServices: readonly Service[]
}
