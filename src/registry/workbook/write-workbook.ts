import type { Cell, Sheet } from 'write-excel-file/node'
import writeExcelFile from 'write-excel-file/node'
import type { Cells, Heading } from '../register.ts'
import { HELP_SHEET, newAddressOf, type RegisterSheet } from '../sheets.ts'
import { helpRows } from './help-rows.ts'

/** A register with its rows, to be written as a sheet. */
export interface SheetToWrite extends RegisterSheet {
  readonly rows: readonly Cells[]
}

/** How a workbook is laid out. */
export interface WorkbookOptions {
  /** A column for a new address beside every address that units may move. */
  readonly newAddresses: boolean
}

/** Cells are text, so that no spreadsheet turns 2.10 into 2.1 or a day into something else; so are empty rows to fill in. */
const TEXT = '@'
const EMPTY_ROWS = 50
const HEAD = { type: String, format: TEXT, fontWeight: 'bold', backgroundColor: '#F5F4F1' } as const
const TO_FILL = { ...HEAD, backgroundColor: '#FFF2CC' } as const

/** A sign as spreadsheets escape it, each UTF-16 unit by itself: `_x0001_`. */
const escapeOf = (sign: string): string =>
  Array.from({ length: sign.length }, (_, at) => {
    const code = sign.charCodeAt(at).toString(16).toUpperCase().padStart(4, '0')
    return `_x${code}_`
  }).join('')

/** Signs that XML cannot hold or that write-excel-file drops, and what looks like an escape. */
const UNSAFE = /(?![\t\n\r])\p{Cc}|\p{Cs}|\p{Noncharacter_Code_Point}|\ufffd|_(?=x[0-9A-Fa-f]{4}_)/gu

/** Words that every object knows: write-excel-file 4.1 keeps its texts by name in an object and loses these. */
const isTaken = (text: string): boolean => text in {}

/** A text as it may be written. The first sign of words that would be lost is escaped. */
const escaped = (text: string): string =>
  isTaken(text) ? escapeOf(text[0] ?? '') + text.slice(1) : text.replace(UNSAFE, escapeOf)

const textCell = (text: string | null): Cell =>
  text === null || text === ''
    ? { type: String, format: TEXT }
    : { value: escaped(text), type: String, format: TEXT }

const shown = (heading: Heading, text: string | null): string | null =>
  text === null ? null : (heading.values?.[text] ?? text)

const widthOf = (heading: Heading): number =>
  heading.holds === 'address' ? 44 : heading.holds === undefined && heading.values === undefined ? 22 : 14

function sheetOf({ sheet, headings, rows }: SheetToWrite, { newAddresses }: WorkbookOptions): Sheet<Buffer> {
  const columns = headings.flatMap((heading, at) => [
    { heading, at, isNew: false },
    ...(newAddresses && heading.moves === true ? [{ heading, at, isNew: true }] : []),
  ])
  const head: Cell[] = columns.map(({ heading, isNew }) =>
    isNew ? { value: newAddressOf(heading).zh, ...TO_FILL } : { value: heading.zh, ...HEAD },
  )
  const body = rows.map((row) =>
    columns.map(({ heading, at, isNew }) => textCell(isNew ? null : shown(heading, row[at] ?? null))),
  )
  const empty = Array.from({ length: EMPTY_ROWS }, () => columns.map(() => textCell(null)))
  return {
    sheet: sheet.zh,
    data: [head, ...body, ...empty],
    columns: columns.map(({ heading }) => ({ width: widthOf(heading) })),
    stickyRowsCount: 1,
  }
}

/** Writes registers as a workbook, a sheet each, with a last sheet that says how to fill them in. */
export function writeWorkbook(
  sheets: readonly SheetToWrite[],
  options: WorkbookOptions = { newAddresses: false },
): Promise<Uint8Array> {
  const help: Sheet<Buffer> = {
    sheet: HELP_SHEET,
    data: helpRows(sheets).map((row, at) =>
      row.map((text) => (at === 0 ? { value: text, ...HEAD } : textCell(text))),
    ),
    columns: [{ width: 14 }, { width: 18 }, { width: 24 }, { width: 80 }],
    stickyRowsCount: 1,
  }
  return writeExcelFile([...sheets.map((sheet) => sheetOf(sheet, options)), help]).toBuffer()
}
