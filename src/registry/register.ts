import type { ItemId, UnitId } from '../core/ids.ts'
import type { Bilingual } from '../core/message.ts'
import type { CellReader } from './cells.ts'

/** Cells of one row, in the order of the headings; null is an empty cell. */
export type Cells = readonly (string | null)[]

/** One column of a register. */
export interface Heading {
  /** Its name in a CSV file, in English. */
  readonly id: string
  /** Its name in a workbook. */
  readonly zh: string
  /** What its cells hold, where that is more than words. */
  readonly holds?: 'address' | 'day' | 'unit' | 'item'
  /** Whether a CSV file may be without the column: then its cells are empty. */
  readonly optional?: true
  /** Whether units may move the address: their lists have a column for the new one beside it. */
  readonly moves?: true
  /** The words that it may hold, with what each is called in Chinese. */
  readonly values?: Readonly<Record<string, string>>
  /** What to fill in, for those who fill it in. */
  readonly help?: string
}

/** What the rows of a register are held against. */
export interface Known {
  /** Every item of the policy. */
  readonly items: ReadonlySet<ItemId>
}

/**
 * One register: a CSV file, and a sheet of the workbook, whose rows have an `id` of their own and name a `unit`. To add
 * one, write its file and add a line to `registers.ts`.
 */
export interface Register<Row> {
  readonly file: string
  /** The name of its sheet. */
  readonly sheet: Bilingual
  /** Whether the file may be absent: then it holds no rows. */
  readonly optional: boolean
  readonly headings: readonly Heading[]
  /** Reads one row; null when it cannot be used. Its `id` and `unit` are already checked. */
  read(cells: CellReader, unit: UnitId, known: Known): Row | null
  /** The row as cells, from which {@link Register.read} gives the same row again. */
  cells(row: Row): Cells
  /** Rows to start from, of the fictional city 云川市. */
  readonly examples: readonly Cells[]
}

/** A register, its type of row inferred. */
export const defineRegister = <Row>(register: Register<Row>): Register<Row> => register

/** Reads the cell `item`. The policy must have it. */
export function itemOf(cells: CellReader, known: Known): ItemId {
  const item = cells.required('item')
  if (item !== '' && !known.items.has(item)) {
    cells.reject(
      'item',
      '实施意见中没有这一项 / the policy has no such item; expected an id such as 2.18 (a spreadsheet turns 2.10 into 2.1: format the column as text).',
    )
  }
  return item
}
