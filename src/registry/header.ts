import type { Problem } from '../core/errors.ts'
import type { RawRow } from './raw-rows.ts'
import type { Heading } from './register.ts'

const WRONG_DELIMITER = /[;；\t，]/u

/** The cells without the empty ones at the end, which spreadsheets leave behind. */
export function withoutEmptyTail(cells: readonly string[]): readonly string[] {
  const last = cells.findLastIndex((cell) => cell !== '')
  return cells.slice(0, last + 1)
}

/** What is wrong with a header row: another delimiter, or missing, unknown and doubled columns. */
export function headerProblems(
  file: string,
  header: RawRow,
  headings: readonly Pick<Heading, 'id' | 'optional'>[],
): readonly Problem[] {
  const columns = headings.map(({ id }) => id)
  const at = { file, line: header.line }
  const expected = columns.join(',')
  const names = withoutEmptyTail(header.cells)
  if (names.length === 1 && WRONG_DELIMITER.test(names[0] ?? '')) {
    const message = `单元格应以半角逗号分隔 / cells must be separated by commas; expected the header ${expected}. Save the file as CSV UTF-8.`
    return [{ ...at, message }]
  }
  const missing = headings.flatMap(({ id, optional }) => (optional || names.includes(id) ? [] : [id]))
  const unknown = names.filter((name) => !columns.includes(name))
  const doubled = columns.filter((name) => names.indexOf(name) !== names.lastIndexOf(name))
  return [
    ...missing.map((column) => ({
      ...at,
      column,
      message: `缺少此列 / this column is missing; expected the header ${expected}.`,
    })),
    ...unknown.map((column) => ({
      ...at,
      column,
      message: `未知的列 / unknown column; remove it or mend its name. Expected ${expected}.`,
    })),
    ...doubled.map((column) => ({
      ...at,
      column,
      message: '此列重复 / this column stands twice; remove one.',
    })),
  ]
}
