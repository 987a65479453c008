import type { EventKind, RegistryEvent } from './event.ts'
import { defineRegister, itemOf } from './register.ts'

const KINDS: Readonly<Record<EventKind, string>> = {
  'campaign-end': '募捐结束',
  'emergency-campaign': '突发灾害募捐',
  'consultation-close': '征集结束',
  'budget-approval': '预决算批准',
}

/** events.csv. Problems: doubled ids, unknown units, items or kinds, no name, a bad day. */
export const eventRegister = defineRegister<RegistryEvent>({
  file: 'events.csv',
  sheet: { zh: '事件', en: 'events' },
  optional: true,
  headings: [
    { id: 'id', zh: '编号' },
    { id: 'unit', zh: '单位', holds: 'unit' },
    { id: 'item', zh: '责任事项', holds: 'item' },
    { id: 'kind', zh: '类型', values: KINDS },
    { id: 'name', zh: '名称', help: '栏目中的信息按名称对应到事件。' },
    { id: 'aliases', zh: '其他名称', help: '多个名称以分号分隔。' },
    { id: 'on', zh: '发生日期', holds: 'day' },
    { id: 'note', zh: '备注' },
  ],
  read: (cells, unit, known) => {
    const item = itemOf(cells, known)
    const kind = cells.oneOf('kind', KINDS)
    const name = cells.required('name')
    const aliases = cells.list('aliases')
    const on = cells.requiredDay('on')
    if (kind === null || on === null) return null
    return { id: cells.text('id'), unit, item, kind, name, aliases, on, note: cells.text('note') }
  },
  cells: (event) => [
    event.id,
    event.unit,
    event.item,
    event.kind,
    event.name,
    event.aliases.join(';'),
    event.on,
    event.note,
  ],
  examples: [],
})
