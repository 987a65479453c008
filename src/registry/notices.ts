import { hostNameOf, toAddress } from '../core/address.ts'
import type { Problem } from '../core/errors.ts'
import type { UnitId } from '../core/ids.ts'
import type { CellReader } from './cells.ts'
import type { Notice } from './notice.ts'
import { readRowsOfUnits } from './rows-of-units.ts'
import type { TextFile } from './table.ts'
import type { Unit } from './unit.ts'

/** The columns of notices.csv. */
export const NOTICE_COLUMNS = ['id', 'unit', 'kind', 'from', 'to', 'covers', 'new_address', 'reason'] as const

const KINDS = ['redesign', 'domain', 'address', 'outage', 'maintenance'] as const

function coversOf(cells: CellReader): Notice['covers'] {
  const text = cells.text('covers')
  if (text === '') return null
  if (text.includes('/')) {
    const address = cells.address('covers')
    return address === null ? null : { kind: 'address', address }
  }
  const asAddress = toAddress(`http://${text}/`)
  if (asAddress === null)
    cells.reject('covers', '应为网址或域名，或留空 / expected an address or a host name, or nothing.')
  return asAddress === null ? null : { kind: 'host', host: hostNameOf(asAddress) }
}

/** Reads notices.csv. Problems: doubled ids, unknown units, bad or reversed days, impossible addresses. */
export function parseNotices(
  file: TextFile,
  units: ReadonlyMap<UnitId, Unit>,
): { readonly list: readonly Notice[]; readonly problems: readonly Problem[] } {
  return readRowsOfUnits(file, NOTICE_COLUMNS, units, (cells, unit): Notice | null => {
    const kind = cells.oneOf('kind', KINDS)
    const from = cells.requiredDay('from')
    const to = cells.requiredDay('to')
    if (from !== null && to !== null && to < from)
      cells.reject('to', `早于 from（${from}）/ earlier than from.`)
    const covers = coversOf(cells)
    const newAddress = cells.address('new_address')
    if (kind === null || from === null || to === null) return null
    return {
      id: cells.text('id'),
      unit,
      kind,
      from,
      to,
      covers,
      newAddress,
      reason: cells.required('reason'),
    }
  })
}
