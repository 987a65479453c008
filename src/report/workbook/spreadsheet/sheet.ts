/** What a cell holds. Texts stay texts, whatever sign they begin with; null is an empty cell. */
export type SheetCell = string | number | LinkCell | null

/** A text with a link: to an address or a file beside the workbook, or to another sheet of it. */
export interface LinkCell {
  readonly text: string
  readonly to: { readonly address: string } | { readonly sheet: string }
}

/** The words that a column offers in each of its cells. */
export interface Choice {
  readonly words: readonly string[]
  /** Whether anything else is refused. */
  readonly strict: boolean
}

/** A column of a sheet. */
export interface SheetColumn {
  readonly heading: string
  /** In widths of a digit; a Chinese sign takes two. */
  readonly width: number
  /** For people to fill in; the heading shows it. */
  readonly toFill?: boolean
  readonly hidden?: boolean
  readonly choice?: Choice
  /** What a spreadsheet says when a cell of the column is chosen. */
  readonly prompt?: string
}

/** A sheet to write: its header is frozen, and every column has a filter. */
export interface SheetData {
  /** At most 31 signs; see {@link sheetNames}. */
  readonly name: string
  readonly columns: readonly SheetColumn[]
  /** Columns at the left that stay in sight. */
  readonly frozenColumns: number
  readonly rowCount: number
  /** Walked through once. */
  readonly rows: Iterable<readonly SheetCell[]>
}
