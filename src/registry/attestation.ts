import type { Day } from '../core/day.ts'
import type { UnitId } from '../core/ids.ts'

/** What a person found out about a duty that no page shows: who says so, and when (人工核查). */
export interface Attestation {
  readonly id: string
  readonly unit: UnitId
  /** The clause attested: an item such as `6.3`, or a general duty such as `四(一)`. */
  readonly clause: string
  readonly by: string
  readonly on: Day
  /** Empty where there is nothing to add. */
  readonly note: string
}
