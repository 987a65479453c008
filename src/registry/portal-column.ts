import type { Address } from '../core/address.ts'
import type { ColumnId, ItemId, UnitId } from '../core/ids.ts'
import type { Maintenance } from '../core/maintenance.ts'

/** Where a duty's content lives. At least one of the two addresses is there. */
export interface PortalColumn {
  readonly id: ColumnId
  readonly unit: UnitId
  readonly item: ItemId
  readonly name: string
  readonly maintenance: Maintenance
  /** On the portal. */
  readonly portalAddress: Address | null
  /** On the unit's own site. */
  readonly unitAddress: Address | null
}

/** The address whose content is judged: the unit's own where the portal only links to it, else the portal's. */
export const contentAddress = (column: PortalColumn): Address | null =>
  column.maintenance === 'linked'
    ? (column.unitAddress ?? column.portalAddress)
    : (column.portalAddress ?? column.unitAddress)
