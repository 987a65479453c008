import type { Problem } from '../core/errors.ts'
import { headerProblems, withoutEmptyTail } from './header.ts'
import { type RawRow, rawRows } from './raw-rows.ts'
import type { Heading } from './register.ts'

/** A row of a CSV file: its cells by column name, cleaned, and the line (1-based) where it starts. */
export interface Row {
  readonly line: number
  readonly cells: Readonly<Record<string, string>>
}

/** A file as text, under the name that errors should show. */
export interface TextFile {
  readonly name: string
  readonly text: string
}

/** The rows that could be read, and what is wrong with the others or with the file. */
export interface Table {
  readonly rows: readonly Row[]
  readonly problems: readonly Problem[]
}

/** A column that a file should have, or may be without. */
export type TableColumn = Pick<Heading, 'id' | 'optional'>

const emptyProblem = (file: string, columns: readonly string[]): Problem => ({
  file,
  line: 1,
  message: `文件是空的 / the file is empty; expected the header ${columns.join(',')}.`,
})

/** Too few cells are a fault, and too many where the surplus is not empty. */
function widthProblem(file: string, row: RawRow, width: number): Problem | null {
  const filled = withoutEmptyTail(row.cells).length
  if (row.cells.length >= width && filled <= width) return null
  const found = Math.max(filled, Math.min(row.cells.length, width))
  const message = `应有 ${width} 格，实有 ${found} 格 / expected ${width} cells, found ${found}; a cell that holds a comma needs quotes.`
  return { file, line: row.line, message }
}

/**
 * Reads a CSV file with a header row, its columns in any order. Nothing is read under a bad header; where the file stops
 * being CSV, the rows before that place are still read.
 */
export function readTable(file: TextFile, headings: readonly TableColumn[]): Table {
  const columns = headings.map(({ id }) => id)
  const { rows, fault } = rawRows(file.text)
  const problems: Problem[] = fault === null ? [] : [{ file: file.name, ...fault }]
  const [header, ...body] = rows
  if (header === undefined) {
    return { rows: [], problems: fault === null ? [emptyProblem(file.name, columns)] : problems }
  }
  const faults = headerProblems(file.name, header, headings)
  if (faults.length > 0) return { rows: [], problems: [...faults, ...problems] }
  const names = withoutEmptyTail(header.cells)
  const read: Row[] = []
  for (const row of body) {
    const wrong = widthProblem(file.name, row, names.length)
    if (wrong !== null) problems.push(wrong)
    else {
      const cells = Object.fromEntries(names.map((name, at) => [name, row.cells[at] ?? '']))
      read.push({ line: row.line, cells })
    }
  }
  return { rows: read, problems }
}
