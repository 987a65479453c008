import type { Address } from '../core/address.ts'
import type { Day } from '../core/day.ts'
import type { ItemId, UnitId } from '../core/ids.ts'
import type { Rank } from '../core/rectification.ts'
import type { UnitKind } from '../core/unit-kind.ts'

/** A district, department or enterprise that owes content. */
export interface Unit {
  readonly id: UnitId
  readonly name: string
  /** Other spellings that the policy uses, e.g. 市人力资源与社会保障局. */
  readonly aliases: readonly string[]
  readonly kind: UnitKind
  readonly site: Address | null
  /** First day on which the unit owes anything; null = always. */
  readonly activeFrom: Day | null
  /** Last day on which the unit owes anything; null = still. */
  readonly activeTo: Day | null
  /** Who owes its duties after `activeTo`. */
  readonly successor: UnitId | null
  /** Items that are owed by 有关部门 and that this unit owes. */
  readonly relevantItems: readonly ItemId[]
  readonly contact: string | null
  /** Where mail goes, by rank; null where none is registered. */
  readonly emails: Readonly<Record<Rank, string | null>>
}
