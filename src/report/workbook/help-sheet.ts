import { COLUMNS, type ProblemColumn } from './columns.ts'
import type { LinkCell, SheetCell, SheetData } from './spreadsheet/sheet.ts'

const FILLED_BY: Readonly<Record<NonNullable<ProblemColumn['filledBy']>, string>> = {
  reviewer: '复核人填 / reviewer',
  unit: '责任单位填 / unit',
}

/** Name of the sheet that explains the others. */
export const HELP_SHEET = '填写说明'

/** A sheet of problems, and how many it has. */
export interface ListedSheet {
  readonly name: string
  readonly rows: number
}

/** The sheet that explains the columns and leads to each sheet. */
export function helpSheet(
  about: readonly (readonly [string, string])[],
  sheets: readonly ListedSheet[],
): SheetData {
  const to = (name: string): LinkCell => ({ text: name, to: { sheet: name } })
  const rows: readonly (readonly SheetCell[])[] = [
    ...about.map(([name, value]) => [name, value, null, null]),
    ...sheets.map(({ name, rows: count }) => ['工作表 / sheet', to(name), null, `${count}`]),
    ...COLUMNS.map(({ heading, filledBy, help }) => [
      heading.zh,
      heading.en,
      filledBy === null ? '程序填 / program' : FILLED_BY[filledBy],
      `${help.zh} ${help.en}`,
    ]),
  ]
  return {
    name: HELP_SHEET,
    columns: [
      { heading: '项目 / what', width: 22 },
      { heading: '内容 / content', width: 36 },
      { heading: '由谁填写 / filled in by', width: 24 },
      { heading: '说明 / meaning', width: 80 },
    ],
    frozenColumns: 0,
    rowCount: rows.length,
    rows,
  }
}
