import type { SheetCell } from './sheet.ts'

/** Height of a line, in points. */
const LINE = 15

/** No row is taller: what is longer can be read in the cell itself. */
const MOST_LINES = 10

/** Lines that a text takes in a column: Chinese signs are two digits wide, and every column has a margin. */
function linesOf(text: string, width: number): number {
  if (text.length * 2 < width && !text.includes('\n')) return 1
  let [lines, used] = [1, 0]
  for (const sign of text) {
    const wide = sign > '\u2e7f' ? 2 : 1.1
    if (sign === '\n') {
      lines += 1
      used = 0
    } else if (used + wide > width - 1.5) {
      lines += 1
      used = wide
    } else used += wide
  }
  return lines
}

/** The height of a row in which wrapped texts are seen whole, in points. Spreadsheets do not work it out when they open a file. */
export function rowHeight(cells: readonly SheetCell[], widths: readonly number[]): number {
  let lines = 1
  for (const [at, cell] of cells.entries()) {
    const text = cell !== null && typeof cell === 'object' ? cell.text : cell
    if (typeof text === 'string') lines = Math.max(lines, linesOf(text, widths[at] ?? 10))
  }
  return Math.min(lines, MOST_LINES) * LINE + 3
}
