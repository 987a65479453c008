import type { Address } from '../core/address.ts'
import type { ServiceId, UnitId } from '../core/ids.ts'
import type { ServiceElement, Stage } from '../core/service-parts.ts'

/** A thing that a citizen applies for (办事事项). */
export interface Service {
  readonly id: ServiceId
  readonly unit: UnitId
  readonly name: string
  /** The service's own page, which should lead to the seven elements. */
  readonly page: Address | null
  /** As registered, fragment kept apart: two stages that differ only in their fragment share an address. */
  readonly stages: Readonly<Record<Stage, Address | null>>
  /** Elements registered with an address of their own; null = to be found as a link on `page`. */
  readonly elements: Readonly<Record<ServiceElement, Address | null>>
}
