import type { Maintenance } from '../core/maintenance.ts'
import { EXAMPLE_DISTRICT, EXAMPLE_PORTAL } from './examples.ts'
import type { PortalColumn } from './portal-column.ts'
import { defineRegister, itemOf } from './register.ts'

const MAINTENANCE: Readonly<Record<Maintenance, string>> = {
  submitted: '信息报送',
  harvested: '网上抓取',
  linked: '网页链接',
}

/** columns.csv. Problems: doubled ids, unknown units or items, impossible addresses, no address at all. */
export const columnRegister = defineRegister<PortalColumn>({
  file: 'columns.csv',
  sheet: { zh: '栏目', en: 'columns' },
  optional: false,
  headings: [
    { id: 'id', zh: '编号' },
    { id: 'unit', zh: '单位', holds: 'unit' },
    { id: 'item', zh: '责任事项', holds: 'item' },
    { id: 'name', zh: '名称' },
    { id: 'maintenance', zh: '维护方式', values: MAINTENANCE },
    { id: 'portal_address', zh: '门户网址', holds: 'address', moves: true },
    {
      id: 'unit_address',
      zh: '单位网址',
      holds: 'address',
      moves: true,
      help: '门户网址与单位网址至少填一个。',
    },
  ],
  read: (cells, unit, known) => {
    const item = itemOf(cells, known)
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
    if (maintenance === null) return null
    return { id: cells.text('id'), unit, item, name, maintenance, portalAddress, unitAddress }
  },
  cells: (column) => [
    column.id,
    column.unit,
    column.item,
    column.name,
    column.maintenance,
    column.portalAddress,
    column.unitAddress,
  ],
  examples: [
    [
      'qingxi-1.1',
      '清溪区',
      '1.1',
      '区县动态',
      'submitted',
      `${EXAMPLE_PORTAL}/dongtai/qingxi/`,
      `${EXAMPLE_DISTRICT}/news/`,
    ],
    ['qingxi-5.4', '清溪区', '5.4', '互动平台', 'linked', null, `${EXAMPLE_DISTRICT}/hudong/`],
  ],
})
