import type { Bilingual } from '../core/message.ts'
import type { Heading } from './register.ts'
import type { Unit } from './unit.ts'

/** The file of the units, which every other register names. */
export const UNITS_FILE = 'units.csv'

/** The name of its sheet in a workbook. */
export const UNITS_SHEET: Bilingual = { zh: '单位', en: 'units' }

/** What each kind of unit is called. */
export const UNIT_KINDS: Readonly<Record<Unit['kind'], string>> = {
  district: '区县',
  department: '部门',
  enterprise: '企业',
}

/** The columns of units.csv. */
export const UNIT_HEADINGS: readonly Heading[] = [
  { id: 'id', zh: '编号' },
  { id: 'name', zh: '名称' },
  { id: 'aliases', zh: '其他名称', help: '多个名称以分号分隔。' },
  { id: 'kind', zh: '类型', values: UNIT_KINDS },
  { id: 'site', zh: '网站', holds: 'address', moves: true },
  { id: 'active_from', zh: '起始日期', holds: 'day', help: '自该日起承担责任；一直承担的，留空。' },
  { id: 'active_to', zh: '终止日期', holds: 'day', help: '该日后不再承担责任；仍在承担的，留空。' },
  { id: 'successor', zh: '承接单位', holds: 'unit', help: '终止后承接其责任的单位。' },
  {
    id: 'relevant_items',
    zh: '有关事项',
    holds: 'item',
    help: '作为“有关部门”承担的责任事项，如 2.8;2.10。',
  },
  { id: 'contact', zh: '联系人' },
  {
    id: 'email',
    zh: '实施单位邮箱',
    optional: true,
    help: '监管工作提示单发往此邮箱，如 bgs@jyw.example.gov.cn。',
  },
  { id: 'office_email', zh: '责任单位办公室邮箱', optional: true, help: '整改逾期后发往此邮箱。' },
  { id: 'leader_email', zh: '分管领导邮箱', optional: true, help: '整改逾期较久的，发往此邮箱。' },
]
