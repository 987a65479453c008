import { CsvError, parse } from 'csv-parse/sync'
import type { Problem } from '../core/errors.ts'

/** A row of a CSV file: its cells by column name, trimmed, and the line (1-based) where it starts. */
export interface Row {
  readonly line: number
  readonly cells: Readonly<Record<string, string>>
}

/** A file as text, under the name that errors should show. */
export interface TextFile {
  readonly name: string
  readonly text: string
}

interface RawRow {
  readonly record: readonly string[]
  readonly info: { readonly lines: number }
}

const csvMessage = (fault: CsvError): string =>
  fault.code === 'CSV_QUOTE_NOT_CLOSED'
    ? '引号没有成对 / a quoted cell is not closed; close it with ".'
    : `CSV 格式有误 / not a valid CSV file: ${fault.message}`

function rawRows(file: TextFile): readonly RawRow[] | Problem {
  try {
    return parse(file.text, {
      bom: true,
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
    }) as unknown as readonly RawRow[]
  } catch (fault) {
    if (!(fault instanceof CsvError)) throw fault
    const line = typeof fault.lines === 'number' ? fault.lines : undefined
    return { file: file.name, ...(line === undefined ? {} : { line }), message: csvMessage(fault) }
  }
}

const isProblem = (value: readonly RawRow[] | Problem): value is Problem => 'message' in value

function headerProblems(file: TextFile, header: readonly string[], columns: readonly string[]): readonly Problem[] {
  const at = { file: file.name, line: 1 }
  const missing = columns.filter((name) => !header.includes(name))
  const unknown = header.filter((name) => !columns.includes(name))
  const doubled = header.filter((name, index) => header.indexOf(name) !== index)
  return [
    ...missing.map((column) => ({ ...at, column, message: `缺少此列 / this column is missing; expected ${columns.join(',')}.` })),
    ...unknown.map((column) => ({ ...at, column, message: `未知的列 / unknown column; expected ${columns.join(',')}.` })),
    ...doubled.map((column) => ({ ...at, column, message: '此列重复 / this column stands twice; remove one.' })),
  ]
}

/**
 * Reads a CSV file with a header row: rows with their lines, or what is wrong with the file. Lines count as an editor
 * counts them, also below quoted cells that span several.
 */
export function readTable(
  file: TextFile,
  columns: readonly string[],
): { readonly rows: readonly Row[]; readonly problems: readonly Problem[] } {
  const raw = rawRows(file)
  if (isProblem(raw)) return { rows: [], problems: [raw] }
  const [first, ...rest] = raw
  if (first === undefined) {
    const message = `文件是空的 / the file is empty; expected the header ${columns.join(',')}.`
    return { rows: [], problems: [{ file: file.name, line: 1, message }] }
  }
  const header = first.record.map((cell) => cell.trim())
  const problems = [...headerProblems(file, header, columns)]
  if (problems.length > 0) return { rows: [], problems }
  const rows: Row[] = []
  rest.forEach(({ record, info }, index) => {
    const before = rest[index - 1]?.info.lines ?? first.info.lines
    const text = file.text.split(/\r\n|\n|\r/)
    let line = before + 1
    while (line < info.lines && (text[line - 1] ?? '').trim() === '') line += 1
    if (record.length === header.length) {
      rows.push({ line, cells: Object.fromEntries(header.map((name, at) => [name, (record[at] ?? '').trim()])) })
      return
    }
    const message = `应有 ${header.length} 格，实有 ${record.length} 格 / expected ${header.length} cells, found ${record.length}; a cell with a comma needs quotes.`
    problems.push({ file: file.name, line, message })
  })
  return { rows, problems }
}
