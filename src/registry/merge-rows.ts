import { withColumns } from './add-columns.ts'
import { csvSpans, type RecordSpan } from './csv-spans.ts'
import { csvRow, csvText } from './csv-text.ts'
import type { SheetRow, SheetRows } from './workbook/register-rows.ts'

/** One thing that an import changes: a cell; or a whole row, then `column` is `id` and one of the two texts is null. */
export interface Change {
  readonly file: string
  readonly id: string
  readonly column: string
  readonly from: string | null
  readonly to: string | null
  /** Where it stands in the workbook: `登记.xlsx 栏目!F12`. */
  readonly place: string
}

/** A CSV text with the rows of a sheet merged into it. */
export interface Merged {
  readonly text: string
  readonly changes: readonly Change[]
  /** The sheet's row behind each line (1-based) that it speaks of. */
  readonly origins: ReadonlyMap<number, SheetRow>
}

/** How rows are merged. */
export interface MergeOptions {
  /** May turn a change down. */
  readonly accept: (change: Change) => boolean
  /** Whether rows that the sheet does not have are removed. */
  readonly deleteMissing: boolean
  /** The cell as an export writes it, where it is known: a sheet that says the same changes nothing. */
  readonly exported?: (id: string, column: string) => string | undefined
}

interface Edit {
  readonly start: number
  readonly end: number
  readonly text: string
  readonly change: Change
}

const applied = (text: string, edits: readonly Edit[]): string =>
  [...edits]
    .sort((a, b) => b.start - a.start)
    .reduce((left, edit) => left.slice(0, edit.start) + edit.text + left.slice(edit.end), text)

const placeOf = (sheet: SheetRows, row: SheetRow, column: string): string =>
  `${sheet.name}!${row.letters[column] ?? ''}${row.row}`

/** What a row does to a record, cell by cell; a cell that the sheet has no column for stays. */
const editsOf = (
  sheet: SheetRows,
  row: SheetRow,
  record: RecordSpan,
  names: readonly string[],
  exported: MergeOptions['exported'],
) =>
  names.flatMap((column, at): readonly Edit[] => {
    const cell = record.cells[at]
    const to = row.cells[column]
    const id = row.cells.id ?? ''
    if (cell === undefined || to === undefined || to === cell.text || to === exported?.(id, column)) return []
    const change = { file: sheet.file, id, column, from: cell.text, to }
    const { start, end } = cell
    return [{ start, end, text: csvRow([to]), change: { ...change, place: placeOf(sheet, row, column) } }]
  })

function removalOf(sheet: SheetRows, record: RecordSpan, id: string): Edit {
  const change = { file: sheet.file, id, column: 'id', from: id, to: null, place: sheet.name }
  return { start: record.cells[0]?.start ?? record.end, end: record.end, text: '', change }
}

/** The text with the optional columns that it does not have and that the sheet has something for. */
function withOptional(text: string, { headings, rows }: SheetRows): string {
  const has = new Set(csvSpans(text)[0]?.cells.map((cell) => cell.text))
  const isFilled = (id: string): boolean => rows.some((row) => (row.cells[id] ?? '') !== '')
  return withColumns(
    text,
    headings.flatMap(({ id, optional }) => (optional && !has.has(id) && isFilled(id) ? [id] : [])),
  )
}

/**
 * Merges the rows of a sheet into a CSV text, row by row by their ids: cells that differ are changed, rows that are new
 * are added at the end, and every other byte stays. A text of null is an empty register.
 */
export function mergeRows(given: string | null, sheet: SheetRows, options: MergeOptions): Merged {
  const headings = sheet.headings.map((heading) => heading.id)
  const text = withOptional(given ?? csvText(headings, []), sheet)
  const [header, ...records] = csvSpans(text)
  const names = header?.cells.map((cell) => cell.text) ?? headings
  const idOf = (record: RecordSpan): string => record.cells[names.indexOf('id')]?.text ?? ''
  const recordOf = new Map(records.map((record) => [idOf(record), record]))
  const rowOf = new Map(sheet.rows.map((row) => [row.cells.id ?? '', row]))
  const edits = sheet.rows.flatMap((row) => {
    const record = recordOf.get(row.cells.id ?? '')
    return record === undefined ? [] : editsOf(sheet, row, record, names, options.exported)
  })
  const removals = records
    .filter((record) => options.deleteMissing && idOf(record) !== '' && !rowOf.has(idOf(record)))
    .map((record) => removalOf(sheet, record, idOf(record)))
  const taken = [...edits, ...removals].filter((edit) => options.accept(edit.change))
  const additions = sheet.rows
    .filter((row) => !recordOf.has(row.cells.id ?? ''))
    .map((row) => {
      const id = row.cells.id ?? ''
      const place = placeOf(sheet, row, 'id')
      return { row, change: { file: sheet.file, id, column: 'id', from: null, to: id, place } }
    })
    .filter(({ change }) => options.accept(change))
  const lineEnd = text.includes('\r\n') ? '\r\n' : '\n'
  const edited = applied(text, taken)
  const gap = additions.length === 0 || /[\r\n]$/.test(edited) ? '' : lineEnd
  const added = additions.map(({ row }) => csvRow(names.map((name) => row.cells[name] ?? null)) + lineEnd)
  const result = edited + gap + added.join('')
  const origins = csvSpans(result).flatMap((record) => {
    const row = rowOf.get(idOf(record))
    return row === undefined ? [] : [[record.line, row] as const]
  })
  const changes = [...taken, ...additions].map(({ change }) => change)
  return { text: result, changes, origins: new Map(origins) }
}
