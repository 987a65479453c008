import { columnLetters } from '../../../registry/workbook/cell-place.ts'
import type { SheetLinks } from './links.ts'
import { rowHeight } from './row-height.ts'
import type { SheetCell, SheetColumn, SheetData } from './sheet.ts'
import type { StringTable } from './string-table.ts'
import { STYLE } from './styles.ts'
import { validations } from './validations.ts'

const HEAD =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>'
const PAPER =
  '<pageMargins left="0.4" right="0.4" top="0.6" bottom="0.6" header="0.3" footer="0.3"/><pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/><headerFooter><oddFooter>&amp;C&amp;P / &amp;N</oddFooter></headerFooter>'

/** Rows that are written at once. */
const BATCH = 400

function view(columns: number, first: boolean): string {
  const split = columns === 0 ? '' : ` xSplit="${columns}"`
  const pane = columns === 0 ? 'bottomLeft' : 'bottomRight'
  const corner = `${columnLetters(columns + 1)}2`
  return `<sheetViews><sheetView${first ? ' tabSelected="1"' : ''} workbookViewId="0"><pane${split} ySplit="1" topLeftCell="${corner}" activePane="${pane}" state="frozen"/><selection pane="${pane}" activeCell="${corner}" sqref="${corner}"/></sheetView></sheetViews>`
}

const widths = (columns: readonly SheetColumn[]): string =>
  columns
    .map(
      ({ width, hidden }, at) =>
        `<col min="${at + 1}" max="${at + 1}" width="${width}" style="${STYLE.text}" customWidth="1"${hidden === true ? ' hidden="1"' : ''}/>`,
    )
    .join('')

/** The part of a sheet. Its texts go to `strings` and its links to `links` while it is written. */
export function* sheetPart(
  { columns, frozenColumns, rowCount, rows }: SheetData,
  strings: StringTable,
  links: SheetLinks,
  first: boolean,
): Iterable<string> {
  const letters = columns.map((_, at) => columnLetters(at + 1))
  const last = `${letters.at(-1)}${rowCount + 1}`
  const text = (reference: string, style: number, words: string): string =>
    `<c r="${reference}" s="${style}" t="s"><v>${strings.numberOf(words)}</v></c>`
  const cell = (value: SheetCell, column: number, row: number): string => {
    if (value === null || value === '') return ''
    const reference = `${letters[column]}${row}`
    if (typeof value === 'number') return `<c r="${reference}" s="${STYLE.number}"><v>${value}</v></c>`
    if (typeof value === 'string') return text(reference, STYLE.text, value)
    const linked = links.add(reference, column, value)
    return text(reference, linked ? STYLE.link : STYLE.text, value.text)
  }
  yield `${HEAD}<dimension ref="A1:${last}"/>${view(frozenColumns, first)}<sheetFormatPr defaultRowHeight="15"/><cols>${widths(columns)}</cols><sheetData>`
  const heading = columns.map(({ heading: words, toFill }, at) =>
    text(`${letters[at]}1`, toFill === true ? STYLE.headingToFill : STYLE.heading, words),
  )
  yield `<row r="1" ht="33" customHeight="1">${heading.join('')}</row>`
  const sizes = columns.map(({ width, hidden }) => (hidden === true ? Number.MAX_VALUE : width))
  let batch: string[] = []
  let row = 1
  for (const cells of rows) {
    row += 1
    const at = row
    batch.push(
      `<row r="${at}" ht="${rowHeight(cells, sizes)}">${cells.map((value, column) => cell(value, column, at)).join('')}</row>`,
    )
    if (batch.length < BATCH) continue
    yield batch.join('')
    batch = []
  }
  yield batch.join('')
  const lists = validations(columns, columnLetters, rowCount + 1)
  yield `</sheetData><autoFilter ref="A1:${last}"/>${lists}${links.element()}${PAPER}</worksheet>`
}
