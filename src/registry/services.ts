import type { Address } from '../core/address.ts'
import { SERVICE_ELEMENTS, type ServiceElement, STAGES, type Stage } from '../core/service-parts.ts'
import { EXAMPLE_POLICE } from './examples.ts'
import { defineRegister, type Heading } from './register.ts'
import type { Service } from './service.ts'

const PARTS: Readonly<Record<Stage | ServiceElement, string>> = {
  application: '在线受理',
  status: '状态查询',
  result: '结果反馈',
  guide: '办事指南',
  forms: '表格下载',
  consultation: '网上咨询',
  complaint: '网上投诉',
  faq: '便民问答',
  laws: '法律法规',
  agency: '办理机构',
}

const cellOf = (part: string): string => `${part}_address`

const headingOf = (part: Stage | ServiceElement): Heading => ({
  id: cellOf(part),
  zh: `${PARTS[part]}网址`,
  holds: 'address',
  moves: true,
})

const addressesOf = <Part extends string>(
  parts: readonly Part[],
  address: (column: string) => Address | null,
): Readonly<Record<Part, Address | null>> =>
  Object.fromEntries(parts.map((part) => [part, address(cellOf(part))])) as Record<Part, Address | null>

/** services.csv. Problems: doubled ids, unknown units, impossible addresses. */
export const serviceRegister = defineRegister<Service>({
  file: 'services.csv',
  sheet: { zh: '办事事项', en: 'services' },
  optional: false,
  headings: [
    { id: 'id', zh: '编号' },
    { id: 'unit', zh: '单位', holds: 'unit' },
    { id: 'name', zh: '名称' },
    { id: 'page_address', zh: '办事页面网址', holds: 'address', moves: true },
    ...STAGES.map(headingOf),
    ...SERVICE_ELEMENTS.map(headingOf),
  ],
  read: (cells, unit) => ({
    id: cells.text('id'),
    unit,
    name: cells.required('name'),
    page: cells.address('page_address'),
    stages: addressesOf(STAGES, cells.address),
    elements: addressesOf(SERVICE_ELEMENTS, cells.address),
  }),
  cells: (service) => [
    service.id,
    service.unit,
    service.name,
    service.page,
    ...STAGES.map((stage) => service.stages[stage]),
    ...SERVICE_ELEMENTS.map((element) => service.elements[element]),
  ],
  examples: [
    [
      'juzhuzheng',
      '市公安局',
      '居住证办理',
      ...['', 'shouli', 'chaxun', 'jieguo'].map((path) => `${EXAMPLE_POLICE}/juzhuzheng/${path}`),
    ],
  ],
})
