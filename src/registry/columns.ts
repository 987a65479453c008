import type { ItemId } from '../core/ids.ts'
import type { PortalColumn } from './portal-column.ts'
import { type ParsedRows, readRowsOfUnits } from './rows-of-units.ts'
import type { TextFile } from './table.ts'
import type { ParsedUnits } from './units.ts'

/** The columns of columns.csv. */
export const COLUMN_COLUMNS = [
  'id',
  'unit',
  'item',
  'name',
  'maintenance',
  'portal_address',
  'unit_address',
] as const

const MAINTENANCE = ['submitted', 'harvested', 'linked'] as const

/** Reads columns.csv. Problems: doubled ids, unknown units or items, impossible addresses, no address at all. */
export function parseColumns(
  file: TextFile,
  units: ParsedUnits,
  items: ReadonlySet<ItemId>,
): ParsedRows<PortalColumn> {
  return readRowsOfUnits(file, COLUMN_COLUMNS, units, (cells, unit): PortalColumn | null => {
    const item = cells.required('item')
    if (item !== '' && !items.has(item)) {
      cells.reject(
        'item',
        '实施意见中没有这一项 / the policy has no such item; expected an id such as 2.18 (a spreadsheet turns 2.10 into 2.1: format the column as text).',
      )
    }
    const name = cells.required('name')
    const maintenance = cells.oneOf('maintenance', MAINTENANCE)
    const portalAddress = cells.address('portal_address')
    const unitAddress = cells.address('unit_address')
    if (cells.text('portal_address') === '' && cells.text('unit_address') === '') {
      cells.reject(
        'portal_address',
        '门户网址与单位网址至少填一个 / give the portal address, the unit address, or both.',
      )
    }
    return maintenance === null
      ? null
      : { id: cells.text('id'), unit, item, name, maintenance, portalAddress, unitAddress }
  })
}
