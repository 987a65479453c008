import { hostNameOf, toAddress } from '../core/address.ts'
import type { CellReader } from './cells.ts'
import type { Notice, NoticeKind } from './notice.ts'
import { defineRegister } from './register.ts'

const KINDS: Readonly<Record<NoticeKind, string>> = {
  redesign: '改版',
  domain: '域名调整',
  address: '地址变更',
  outage: '故障',
  maintenance: '维护',
}

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

const coversCell = (covers: Notice['covers']): string | null => {
  if (covers === null) return null
  return covers.kind === 'host' ? covers.host : covers.address
}

/** notices.csv. Problems: doubled ids, unknown units or kinds, bad or reversed days, impossible addresses. */
export const noticeRegister = defineRegister<Notice>({
  file: 'notices.csv',
  sheet: { zh: '报备', en: 'notices' },
  optional: true,
  headings: [
    { id: 'id', zh: '编号' },
    { id: 'unit', zh: '单位', holds: 'unit' },
    { id: 'kind', zh: '类型', values: KINDS },
    { id: 'from', zh: '开始日期', holds: 'day' },
    { id: 'to', zh: '结束日期', holds: 'day' },
    { id: 'covers', zh: '涉及网址', help: '填一个网址，或不带端口的域名；涉及本单位全部网址的，留空。' },
    {
      id: 'new_address',
      zh: '新网址',
      holds: 'address',
      help: '期内按新网址检查。域名调整涉及整个域名、路径不变的，填新网站首页。',
    },
    { id: 'reason', zh: '事由' },
  ],
  read: (cells, unit) => {
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
  },
  cells: (notice) => [
    notice.id,
    notice.unit,
    notice.kind,
    notice.from,
    notice.to,
    coversCell(notice.covers),
    notice.newAddress,
    notice.reason,
  ],
  examples: [],
})
