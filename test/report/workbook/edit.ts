import { readSheets } from '../../../src/registry/workbook/read-sheets.ts'
import { COLUMNS } from '../../../src/report/workbook/columns.ts'
import type { SheetCell } from '../../../src/report/workbook/spreadsheet/sheet.ts'
import { writeSpreadsheet } from '../../../src/report/workbook/spreadsheet/write-spreadsheet.ts'

/** What is typed into a row: words by the column's id; `heading` spoils the heading of the column that it names. */
export type Typed = Readonly<Record<string, string>>

const columnOf = (id: string): number => COLUMNS.findIndex((column) => column.id === id) + 1

/** A problem workbook into which somebody has typed: by sheet and fingerprint. */
export function edited(
  bytes: Uint8Array,
  typed: Readonly<Record<string, Readonly<Record<string, Typed>>>>,
): Uint8Array {
  const read = readSheets(bytes)
  if (!read.ok) throw new Error(read.message)
  const sheets = read.sheets.map(({ name, cells }) => {
    const rows = new Map<number, SheetCell[]>()
    for (const { row, column, value } of cells) {
      const at = rows.get(row) ?? Array.from({ length: COLUMNS.length + 1 }, () => null)
      at[column - 1] = value.kind === 'fault' ? '' : value.kind === 'day' ? value.day : value.text
      rows.set(row, at)
    }
    const [heading = [], ...body] = [...rows.values()]
    for (const [fingerprint, change] of Object.entries(typed[name] ?? {})) {
      const row = body.find((one) => one[columnOf('fingerprint')] === fingerprint) ?? []
      for (const [id, words] of Object.entries(change)) {
        if (id === 'heading') heading[columnOf(words)] = '？'
        else row[columnOf(id)] = words
      }
    }
    return {
      name,
      columns: heading.map((words) => ({ heading: String(words ?? ''), width: 10 })),
      frozenColumns: 0,
      rowCount: body.length,
      rows: body,
    }
  })
  return writeSpreadsheet(sheets, { title: '', createdAt: '' })
}
