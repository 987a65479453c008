import type { UnitId } from '../core/ids.ts'
import type { Registers } from './registers.ts'
import type { Unit } from './unit.ts'

/** Who answers for what. Cross-checked: every unit and item named exists, ids are unique. */
export interface Registry extends Registers {
  readonly units: ReadonlyMap<UnitId, Unit>
  /** SHA-256 of the registry's files. */
  readonly hash: string
}
