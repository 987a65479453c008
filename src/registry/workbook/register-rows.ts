import type { Problem } from '../../core/errors.ts'
import type { ItemId } from '../../core/ids.ts'
import { halfWidth, oneLine } from '../cell-text.ts'
import type { Heading } from '../register.ts'
import { newAddressOf, type RegisterSheet } from '../sheets.ts'
import { columnLetters } from './cell-place.ts'
import { registerCell } from './register-cell.ts'
import { type GridRow, sheetGrid } from './sheet-grid.ts'
import type { Cell, Sheet } from './workbook.ts'

/** A row of a sheet: its cells by the ids of their headings. A filled "new address" stands in the place of the old one. */
export interface SheetRow {
  readonly row: number
  readonly cells: Readonly<Record<string, string>>
  /** The letters of the column that each cell was read from. */
  readonly letters: Readonly<Record<string, string>>
}

/** What a sheet holds of a register. */
export interface SheetRows extends RegisterSheet {
  /** As the workbook spells it, with the workbook's name: `登记.xlsx 栏目`. */
  readonly name: string
  readonly rows: readonly SheetRow[]
  readonly problems: readonly Problem[]
  /** Columns that no register has; they are left alone. */
  readonly unknown: readonly string[]
}

interface Column {
  readonly column: number
  readonly heading: Heading
  readonly isNew: boolean
}

/** The header stands within so many rows; titles and notes may stand above it. */
const HEADER_WITHIN = 10

const words = (text: string): string => halfWidth(oneLine(text)).toLowerCase().replaceAll(/[\s*]/g, '')
const wordsOf = ({ value }: Cell): string => (value.kind === 'text' ? words(value.text) : '')

function columnOf(cell: Cell, headings: readonly Heading[]): Column | null {
  const name = wordsOf(cell)
  const same = (one: { readonly id: string; readonly zh: string }) =>
    name === one.id || name === words(one.zh)
  const { column } = cell
  const heading = headings.find(same)
  if (heading !== undefined) return { column, heading, isNew: false }
  const moved = headings.find(
    (one) => one.moves === true && same({ id: newAddressOf(one).en, zh: newAddressOf(one).zh }),
  )
  return moved === undefined ? null : { column, heading: moved, isNew: true }
}

const columnsOf = (row: GridRow, headings: readonly Heading[]): readonly Column[] =>
  [...row.values()].flatMap((cell) => columnOf(cell, headings) ?? [])

/** Reads the sheet of a register: the header wherever it stands, its columns in any order, in Chinese or English. */
export function registerRows(
  book: string,
  sheet: Sheet,
  register: RegisterSheet,
  items: ReadonlySet<ItemId>,
): SheetRows {
  const name = `${book} ${sheet.name}`
  const problems: Problem[] = []
  const reject = (place: string, message: string): void => {
    problems.push({ file: `${name}!${place}`, message })
  }
  const grid = [...sheetGrid(sheet)]
  const header = grid
    .filter(([number]) => number <= HEADER_WITHIN)
    .find(([, row]) => columnsOf(row, register.headings).some(({ heading }) => heading.id === 'id'))
  if (header === undefined) {
    const expected = register.headings.map((heading) => heading.zh).join('、')
    if (grid.length > 0) {
      reject(
        'A1',
        `前 ${HEADER_WITHIN} 行中没有表头“编号” / no header in the first rows; expected the columns ${expected}.`,
      )
    }
    return { ...register, name, rows: [], problems, unknown: [] }
  }
  const columns = columnsOf(header[1], register.headings)
  for (const { column, heading, isNew } of columns) {
    const twin = columns.find((one) => one.heading === heading && one.isNew === isNew)
    if (twin?.column !== column) {
      reject(`${columnLetters(column)}${header[0]}`, '此列重复 / this column stands twice; remove one.')
    }
  }
  const rows = grid
    .filter(([number]) => number > header[0])
    .flatMap(([number, row]): readonly SheetRow[] => {
      const cells: Record<string, string> = {}
      const letters: Record<string, string> = {}
      for (const { column, heading, isNew } of columns) {
        const at = row.get(column)
        const read = at === undefined ? ({ ok: true, text: '' } as const) : registerCell(at, heading, items)
        const letter = columnLetters(column)
        if (!read.ok) reject(`${letter}${number}`, read.message)
        const text = read.ok ? read.text : ''
        if (isNew ? text === '' : letters[heading.id] !== undefined) continue
        cells[heading.id] = text
        letters[heading.id] = letter
      }
      return Object.values(cells).every((text) => text === '') ? [] : [{ row: number, cells, letters }]
    })
  const rowOf = new Map<string, number>()
  for (const { row, cells, letters } of rows) {
    const id = cells.id ?? ''
    const other = rowOf.get(id)
    if (id === '') reject(`${letters.id}${row}`, '编号不能为空 / the id must not be empty; fill it in.')
    else if (other !== undefined) {
      reject(`${letters.id}${row}`, `“${id}”: 与第 ${other} 行重复 / row ${other} has the same id.`)
    }
    rowOf.set(id, other ?? row)
  }
  const known = new Set(columns.map(({ column }) => column))
  const unknown = [...header[1].values()].flatMap((cell) =>
    known.has(cell.column) || wordsOf(cell) === '' ? [] : [wordsOf(cell)],
  )
  return { ...register, name, rows, problems, unknown }
}
