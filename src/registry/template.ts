import { COLUMN_COLUMNS } from './columns.ts'
import { NOTICE_COLUMNS } from './notices.ts'
import { SERVICE_COLUMNS } from './services.ts'
import { UNIT_COLUMNS } from './units.ts'

/** Departments and enterprises that the policy names; a registry that leaves one out is refused. */
const NAMED_UNITS: readonly (readonly [id: string, name: string, alias?: string])[] = [
  ['fgw', '市发展改革委'],
  ['ghj', '市规划国土资源局'],
  ['czj', '市财政局'],
  ['gzw', '市国资委'],
  ['jjw', '市建设交通委'],
  ['jtj', '市交通港口局'],
  ['rsj', '市人力资源社会保障局', '市人力资源与社会保障局'],
  ['gjj', '市公积金管理中心'],
  ['fgj', '市住房保障房屋管理局'],
  ['mzj', '市民政局'],
  ['tyj', '市体育局'],
  ['wjj', '市物价局'],
  ['sjj', '市审计局'],
  ['jyw', '市教委'],
  ['wsj', '市卫生局'],
  ['rkw', '市人口计生委'],
  ['swj', '市水务局'],
  ['hbj', '市环保局'],
  ['jxw', '市经济信息化委'],
  ['dlgs', '市电力公司'],
  ['tjj', '市统计局'],
  ['zjj', '市质量技监局'],
  ['ajj', '市安全监管局'],
  ['syj', '市食品药品监管局'],
  ['nw', '市农委'],
  ['sww', '市商务委'],
  ['gsj', '市工商局'],
  ['gaj', '市公安局'],
  ['lyj', '市旅游局'],
]

const line = (cells: readonly string[]): string => `${cells.join(',')}\r\n`

const unitRows = NAMED_UNITS.map(([id, name, alias]) =>
  line([id, name, alias ?? '', id === 'dlgs' ? 'enterprise' : 'department', '', '', '', '', '', '']),
)

/**
 * A registry to start from, by file name: every unit that the policy names, one example district with its columns, one
 * example service, and no notices. It reads without errors, as it stands.
 */
export function registryTemplate(): Readonly<Record<string, string>> {
  const example = 'http://www.example-district.gov.example'
  const district = line(['example', '示例区', '', 'district', `${example}/`, '', '', '', '', ''])
  const column = line(['example-1.1', 'example', '1.1', '区县动态', 'submitted', '', `${example}/news/`])
  const service = line([
    'example-service',
    '市民政局',
    '示例办事事项',
    `${example}/service/`,
    `${example}/service/apply`,
    `${example}/service/status`,
    `${example}/service/result`,
    ...Array.from({ length: SERVICE_COLUMNS.length - 7 }, () => ''),
  ])
  return {
    'units.csv': `\ufeff${line(UNIT_COLUMNS)}${district}${unitRows.join('')}`,
    'columns.csv': `\ufeff${line(COLUMN_COLUMNS)}${column}`,
    'services.csv': `\ufeff${line(SERVICE_COLUMNS)}${service}`,
    'notices.csv': `\ufeff${line(NOTICE_COLUMNS)}`,
  }
}
