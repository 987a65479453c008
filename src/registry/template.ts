import { COLUMN_COLUMNS } from './columns.ts'
import { csvText } from './csv-text.ts'
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

type Row = readonly (string | null)[]

/** A row, filled up with empty cells. */
const filled = (columns: readonly string[], ...cells: Row): Row => columns.map((_, at) => cells[at] ?? null)

const PORTAL = 'http://www.yunchuan.gov.example'
const DISTRICT = 'http://qingxi.yunchuan.gov.example'
const POLICE = 'http://gaj.yunchuan.gov.example'

const districtRow = filled(UNIT_COLUMNS, 'qingxi', '云川市清溪区', '清溪区', 'district', `${DISTRICT}/`)

const namedRows = NAMED_UNITS.map(([id, name, alias]) =>
  filled(UNIT_COLUMNS, id, name, alias ?? null, id === 'dlgs' ? 'enterprise' : 'department'),
)

const columnRows: readonly Row[] = [
  ['qingxi-1.1', '清溪区', '1.1', '区县动态', 'submitted', `${PORTAL}/dongtai/qingxi/`, `${DISTRICT}/news/`],
  ['qingxi-5.4', '清溪区', '5.4', '互动平台', 'linked', null, `${DISTRICT}/hudong/`],
]

const serviceRow = filled(
  SERVICE_COLUMNS,
  'juzhuzheng',
  '市公安局',
  '居住证办理',
  `${POLICE}/juzhuzheng/`,
  `${POLICE}/juzhuzheng/shouli`,
  `${POLICE}/juzhuzheng/chaxun`,
  `${POLICE}/juzhuzheng/jieguo`,
)

/**
 * A registry to start from, by file name: every unit that the policy names, and, of the fictional city 云川市, one
 * district with two columns and one service, to be replaced. It reads without errors as it stands. Notices are empty,
 * because a notice excuses.
 */
export const registryTemplate = (): Readonly<Record<string, string>> => ({
  'units.csv': csvText(UNIT_COLUMNS, [districtRow, ...namedRows]),
  'columns.csv': csvText(COLUMN_COLUMNS, columnRows),
  'services.csv': csvText(SERVICE_COLUMNS, [serviceRow]),
  'notices.csv': csvText(NOTICE_COLUMNS, []),
})
