import type { Heading } from '../register.ts'
import type { RegisterSheet } from '../sheets.ts'

const HOLDS: Readonly<Record<NonNullable<Heading['holds']>, string>> = {
  address: '完整网址，以 http:// 或 https:// 开头。',
  day: '日期，如 2026-03-31。',
  unit: '单位的编号、名称或其他名称。',
  item: '责任事项编号，如 2.18。',
}

function helpOf({ id, holds, values, help = '', moves }: Heading): string {
  const what = id === 'id' ? '必填，本表内不重复；请勿改动已有编号。' : ''
  const kind = holds === undefined ? '' : HOLDS[holds]
  const words = values === undefined ? '' : `填：${Object.values(values).join('、')}。`
  const move = moves === true ? '网址有变的，请填在“新”字列，勿改原网址。' : ''
  return [what, kind, words, help, move].filter((part) => part !== '').join('')
}

/** What to fill in, column by column, with a header. */
export const helpRows = (sheets: readonly RegisterSheet[]): readonly (readonly string[])[] => [
  ['工作表', '列', '英文列名', '怎样填写'],
  ...sheets.flatMap(({ sheet, headings }) =>
    headings.map((heading) => [sheet.zh, heading.zh, heading.id, helpOf(heading)]),
  ),
]
