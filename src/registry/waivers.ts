import type { CellReader } from './cells.ts'
import { defineRegister, itemOf } from './register.ts'
import type { Waiver } from './waiver.ts'

const PRINT = /^[0-9a-f]{16}$/
const PRINT_MESSAGE = '应为报告中的 16 位代码 / expected the 16 digits (0-9, a-f) that stand in the report.'

function printsOf(cells: CellReader, column: string): readonly string[] {
  const prints = cells.list(column).map((print) => print.toLowerCase())
  if (prints.some((print) => !PRINT.test(print))) cells.reject(column, PRINT_MESSAGE)
  return prints
}

function fingerprintOf(cells: CellReader): string | null {
  const [print = null, ...more] = printsOf(cells, 'fingerprint')
  if (more.length > 0) cells.reject('fingerprint', '只能填一个 / one only; give each a waiver of its own.')
  return print
}

function scopeOf(cells: CellReader, known: Parameters<typeof itemOf>[1]) {
  const item = cells.text('item') === '' ? null : itemOf(cells, known)
  const rule = cells.text('rule') || null
  const address = cells.address('address')
  const fingerprint = fingerprintOf(cells)
  if (['item', 'rule', 'address', 'fingerprint'].every((column) => cells.text(column) === '')) {
    cells.reject(
      'item',
      '责任事项、规则、网址、指纹至少填一项 / say what is waived: an item, a rule, an address or a fingerprint.',
    )
  }
  return { item, rule, address, fingerprint }
}

/** waivers.csv. Problems: doubled ids, unknown units or items, nothing that is waived, no reason, approver, end or measurement. */
export const waiverRegister = defineRegister<Waiver>({
  file: 'waivers.csv',
  sheet: { zh: '豁免', en: 'waivers' },
  optional: true,
  headings: [
    { id: 'id', zh: '编号' },
    { id: 'unit', zh: '单位', holds: 'unit' },
    {
      id: 'item',
      zh: '责任事项',
      holds: 'item',
      help: '责任事项、规则、网址、指纹至少填一项，填写的须全部相符。',
    },
    { id: 'rule', zh: '规则' },
    { id: 'address', zh: '网址', holds: 'address' },
    { id: 'fingerprint', zh: '指纹' },
    { id: 'reason', zh: '理由' },
    { id: 'approver', zh: '批准人' },
    { id: 'from', zh: '开始日期', holds: 'day', help: '不限的，留空。' },
    { id: 'to', zh: '结束日期', holds: 'day', help: '必填：豁免必须有期限。' },
    { id: 'measured', zh: '测得', help: '批准时报告中的测得代码，多个以分号分隔；测得有变，豁免即失效。' },
  ],
  read: (cells, unit, known) => {
    const scope = scopeOf(cells, known)
    const reason = cells.required('reason')
    const approver = cells.required('approver')
    const from = cells.day('from')
    const to = cells.requiredDay('to')
    if (from !== null && to !== null && to < from) {
      cells.reject('to', `早于 from / earlier than from (${from}); swap or mend them.`)
    }
    const measured = cells.required('measured') === '' ? [] : printsOf(cells, 'measured')
    if (to === null) return null
    return { id: cells.text('id'), unit, ...scope, reason, approver, from, to, measured }
  },
  cells: (waiver) => [
    waiver.id,
    waiver.unit,
    waiver.item,
    waiver.rule,
    waiver.address,
    waiver.fingerprint,
    waiver.reason,
    waiver.approver,
    waiver.from,
    waiver.to,
    waiver.measured.join(';'),
  ],
  examples: [],
})
