import type { UnitId } from '../core/ids.ts'
import type { Notice } from './notice.ts'
import type { PortalColumn } from './portal-column.ts'
import type { Service } from './service.ts'
import type { Unit } from './unit.ts'

/** Who answers for what. Cross-checked: every unit and item named exists, ids are unique. */
export interface Registry {
  readonly units: ReadonlyMap<UnitId, Unit>
  readonly columns: readonly PortalColumn[]
  readonly services: readonly Service[]
  readonly notices: readonly Notice[]
  /** SHA-256 of the registry's files. */
  readonly hash: string
}
