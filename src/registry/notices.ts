import { hostNameOf, toAddress } from '../core/address.ts'
import type { CellReader } from './cells.ts'
import type { Notice } from './notice.ts'
import { type ParsedRows, readRowsOfUnits } from './rows-of-units.ts'
import type { TextFile } from './table.ts'
import type { ParsedUnits } from './units.ts'

/** The columns of notices.csv. */
export const NOTICE_COLUMNS = ['id', 'unit', 'kind', 'from', 'to', 'covers', 'new_address', 'reason'] as const

const KINDS = ['redesign', 'domain', 'address', 'outage', 'maintenance'] as const

/** A host name with a point in it, and no port. */
const HOST = /^[^\s/:?#@\\.]+(?:\.[^\s/:?#@\\.]+)+$/u

function coversOf(cells: CellReader): Notice['covers'] {
  const text = cells.text('covers')
  if (text === '') return null
  if (text.includes('/') || text.includes('\\')) {
    const address = cells.address('covers')
    return address === null ? null : { kind: 'address', address }
  }
  const asAddress = HOST.test(text) ? toAddress(`http://${text}/`) : null
  if (asAddress !== null) return { kind: 'host', host: hostNameOf(asAddress) }
  cells.reject(
    'covers',
    '应为网址或不带端口的域名，全部覆盖则留空 / expected an address, or a host name without a port; leave it empty to cover everything of the unit.',
  )
  return null
}

/** Reads notices.csv. Problems: doubled ids, unknown units or kinds, bad or reversed days, impossible addresses. */
export const parseNotices = (file: TextFile, units: ParsedUnits): ParsedRows<Notice> =>
  readRowsOfUnits(file, NOTICE_COLUMNS, units, (cells, unit): Notice | null => {
    const kind = cells.oneOf('kind', KINDS)
    const from = cells.requiredDay('from')
    const to = cells.requiredDay('to')
    if (from !== null && to !== null && to < from) {
      cells.reject('to', `早于 from / earlier than from (${from}); swap or mend them.`)
    }
    const covers = coversOf(cells)
    const newAddress = cells.address('new_address')
    const reason = cells.required('reason')
    if (kind === null || from === null || to === null) return null
    return { id: cells.text('id'), unit, kind, from, to, covers, newAddress, reason }
  })
