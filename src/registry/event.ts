import type { Day } from '../core/day.ts'
import type { ItemId, UnitId } from '../core/ids.ts'

/** 募捐结束, 突发灾害募捐, 征集结束, 预决算批准. */
export type EventKind = 'campaign-end' | 'emergency-campaign' | 'consultation-close' | 'budget-approval'

/** Something that happened and after which an item has to show something new (办结、批准、结束). */
export interface RegistryEvent {
  readonly id: string
  readonly unit: UnitId
  readonly item: ItemId
  readonly kind: EventKind
  /** What it is called; entries are matched by it. */
  readonly name: string
  /** Other names under which entries may speak of it. */
  readonly aliases: readonly string[]
  /** The day on which it happened. */
  readonly on: Day
  readonly note: string
}
