import { CsvError, parse } from 'csv-parse/sync'
import { cellText } from './cell-text.ts'

/** A line of cells, and the line (1-based) of the file where it starts. */
export interface RawRow {
  readonly line: number
  readonly cells: readonly string[]
}

/** The rows up to the end of the file, or up to a place where it is no CSV any more. */
export interface RawRows {
  readonly rows: readonly RawRow[]
  readonly fault: { readonly line: number; readonly message: string } | null
}

const FAULTS: Readonly<Record<string, string>> = {
  CSV_QUOTE_NOT_CLOSED:
    '从本行起有引号未闭合 / from this row on a quoted cell is not closed; close it with ", and double a " that belongs to the text.',
  INVALID_OPENING_QUOTE:
    '引号出现在单元格中间 / a " stands inside a cell; put the whole cell in quotes and double the " inside it.',
  CSV_INVALID_CLOSING_QUOTE:
    '闭合引号后还有文字 / text follows a closing "; put the whole cell in quotes and double the " inside it.',
}

const isEmpty = (row: RawRow): boolean => row.cells.every((cell) => cell === '')

/**
 * Splits CSV into cells, each cleaned ({@link cellText}), with lines counted as an editor counts them, also below quoted
 * cells that span several. Any line ends, a byte order mark and empty rows (as spreadsheets leave behind) are accepted.
 */
export function rawRows(text: string): RawRows {
  const rows: RawRow[] = []
  let lines = 0
  const take = (cells: readonly string[], context: { readonly lines: number }): null => {
    rows.push({ line: lines + 1, cells: cells.map(cellText) })
    lines = context.lines
    return null
  }
  const full = (): readonly RawRow[] => rows.filter((row) => !isEmpty(row))
  try {
    const options = { bom: true, relax_column_count: true, record_delimiter: '\n', on_record: take } as const
    parse(text.replace(/\r\n?/g, '\n'), options)
    return { rows: full(), fault: null }
  } catch (fault) {
    if (!(fault instanceof CsvError)) throw fault
    const message = FAULTS[fault.code] ?? `CSV 格式有误 / not a valid CSV file: ${fault.message}.`
    return { rows: full(), fault: { line: lines + 1, message } }
  }
}
