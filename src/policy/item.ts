import type { ItemId } from '../core/ids.ts'
import type { Maintenance } from '../core/maintenance.ts'
import type { Stage } from '../core/service-parts.ts'
import type { Cadence } from './cadence.ts'
import type { ManualDuty } from './general-duty.ts'

/** Groups of units that the policy names. `relevantDepartments` = 有关部门: those whose registry row lists the item. */
export type UnitGroup = 'districts' | 'departments' | 'relevantDepartments'

/** Who owes an item: units named by the policy (any of their names or aliases) and groups. Never both empty. */
export interface UnitSelector {
  readonly units: readonly string[]
  readonly groups: readonly UnitGroup[]
}

/** One numbered entry of the policy. */
export interface Item {
  readonly id: ItemId
  /** `一`–`七` part of section 五, e.g. `(二)信息公开`. */
  readonly section: string
  readonly title: string
  /** The policy's text, word for word. */
  readonly clause: string
  readonly owedBy: UnitSelector
  readonly maintenance: Maintenance
  /** Where services, not columns, answer the duty: which of their stages. */
  readonly stage: Stage | null
  readonly cadences: readonly Cadence[]
  /** What of it only a person can see; null where rules see all. */
  readonly manual: ManualDuty | null
}
