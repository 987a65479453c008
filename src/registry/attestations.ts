import type { Attestation } from './attestation.ts'
import { defineRegister } from './register.ts'

/** attestations.csv. Problems: doubled ids, unknown units, no clause, nobody who attests, bad days. */
export const attestationRegister = defineRegister<Attestation>({
  file: 'attestations.csv',
  sheet: { zh: '人工核查', en: 'attestations' },
  optional: true,
  headings: [
    { id: 'id', zh: '编号' },
    { id: 'unit', zh: '单位', holds: 'unit' },
    {
      id: 'clause',
      zh: '条款',
      help: '如 四(一)、6.3；portal-audit attest list 列出各单位须人工核查的条款。',
    },
    { id: 'by', zh: '核查人' },
    { id: 'on', zh: '核查日期', holds: 'day' },
    { id: 'note', zh: '说明', help: '可不填。' },
  ],
  read: (cells, unit) => {
    const clause = cells.required('clause')
    const by = cells.required('by')
    const on = cells.requiredDay('on')
    if (on === null) return null
    return { id: cells.text('id'), unit, clause, by, on, note: cells.text('note') }
  },
  cells: ({ id, unit, clause, by, on, note }) => [id, unit, clause, by, on, note],
  examples: [],
})
