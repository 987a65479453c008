import { csvText } from './csv-text.ts'
import { EXAMPLE_DISTRICT } from './examples.ts'
import type { Cells, Heading } from './register.ts'
import { REGISTER_LIST } from './registers.ts'
import { SHEETS } from './sheets.ts'
import { UNITS_FILE } from './unit-headings.ts'

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

/** Rows as a CSV file, each filled up with empty cells. */
const csv = (headings: readonly Heading[], rows: readonly Cells[]): string =>
  csvText(
    headings.map((heading) => heading.id),
    rows.map((row) => headings.map((_, at) => row[at] ?? null)),
  )

const unitRows: readonly Cells[] = [
  ['qingxi', '云川市清溪区', '清溪区', 'district', `${EXAMPLE_DISTRICT}/`],
  ...NAMED_UNITS.map(([id, name, alias]) => [
    id,
    name,
    alias ?? null,
    id === 'dlgs' ? 'enterprise' : 'department',
  ]),
]

/** The rows to start from, by file name. */
export const templateRows = (file: string): readonly Cells[] =>
  file === UNITS_FILE
    ? unitRows
    : (REGISTER_LIST.find(([, register]) => register.file === file)?.[1].examples ?? [])

/**
 * A registry to start from, by file name: every unit that the policy names, and, of the fictional city 云川市, one
 * district with two columns and one service, to be replaced. It reads without errors as it stands. What excuses, and
 * what makes something owed, is empty.
 */
export const registryTemplate = (): Readonly<Record<string, string>> =>
  Object.fromEntries(SHEETS.map(({ file, headings }) => [file, csv(headings, templateRows(file))]))
