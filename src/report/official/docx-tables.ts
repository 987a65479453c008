import {
  AlignmentType,
  BorderStyle,
  type Paragraph,
  RelativeVerticalPosition,
  Table,
  TableAnchorType,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlignTable,
  WidthType,
} from 'docx'
import type { Block, Column, Words } from './block.ts'
import { FACE, SIZE, TEXT_WIDTH, twips } from './docx-looks.ts'
import { type Look, paragraphOf } from './docx-runs.ts'

const RULE = { style: BorderStyle.SINGLE, size: 6, color: '000000' } as const
const NONE = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const
const MARGINS = { top: 40, bottom: 40, left: 60, right: 60 } as const

/** Widths in twips that fill the text exactly. */
function fitted(shares: readonly number[]): readonly number[] {
  const sum = shares.reduce((total, share) => total + share, 0)
  const widths = shares.map((share) => Math.floor((share / sum) * TEXT_WIDTH))
  const rest = TEXT_WIDTH - widths.reduce((total, width) => total + width, 0)
  return widths.map((width, at) => (at === widths.length - 1 ? width + rest : width))
}

interface Cell {
  readonly words: Words
  readonly width: number
  readonly look: Look
  readonly align?: Column['align']
  readonly columnSpan?: number
}

const ALIGN = { left: AlignmentType.LEFT, center: AlignmentType.CENTER, right: AlignmentType.RIGHT } as const

const cellOf = ({ words, width, look, align = 'left', columnSpan = 1 }: Cell): TableCell =>
  new TableCell({
    width: { size: width, type: WidthType.DXA },
    verticalAlign: VerticalAlignTable.CENTER,
    columnSpan,
    children: [paragraphOf(words, look, { line: twips(look.size * 1.45), alignment: ALIGN[align] })],
  })

const frame = (widths: readonly number[], rows: readonly TableRow[]): Table =>
  new Table({
    rows,
    columnWidths: [...widths],
    width: { size: TEXT_WIDTH, type: WidthType.DXA },
    layout: TableLayoutType.FIXED,
    margins: MARGINS,
    borders: {
      top: RULE,
      bottom: RULE,
      left: RULE,
      right: RULE,
      insideHorizontal: RULE,
      insideVertical: RULE,
    },
  })

/** A table as wide as the text; its head stands again on every page. */
export function tableOf({ columns, rows, small }: Extract<Block, { kind: 'table' }>): Table {
  const widths = fitted(columns.map((column) => column.width))
  const size = small ? SIZE.list : SIZE.table
  const head = columns.map(({ title }, at) =>
    cellOf({ words: title, width: widths[at] ?? 0, look: { font: FACE.heiti, size }, align: 'center' }),
  )
  const body = rows.map(
    (cells) =>
      new TableRow({
        cantSplit: true,
        children: columns.map(({ align }, at) =>
          cellOf({
            words: cells[at] ?? [],
            width: widths[at] ?? 0,
            look: { font: FACE.fangsong, size },
            align,
          }),
        ),
      }),
  )
  return frame(widths, [new TableRow({ tableHeader: true, cantSplit: true, children: head }), ...body])
}

/** A form: names and room to write. The last cell of a short row takes the rest of the width. */
export function formOf({ widths: shares, rows }: Extract<Block, { kind: 'form' }>): Table {
  const widths = fitted(shares)
  const body = rows.map((cells) => {
    const last = cells.length - 1
    return new TableRow({
      cantSplit: true,
      children: cells.map((words, at) => {
        const columnSpan = at === last ? widths.length - last : 1
        const width = widths.slice(at, at + columnSpan).reduce((sum, one) => sum + one, 0)
        const font = at % 2 === 0 && columnSpan === 1 ? FACE.heiti : FACE.fangsong
        return cellOf({ words, width, look: { font, size: SIZE.table }, columnSpan })
      }),
    })
  })
  return frame(widths, body)
}

/** 版记: at the foot of the page on which the text ends, thick rules around it and a thin one in it (7.4). */
export function imprintOf(rows: readonly (readonly Paragraph[])[]): Table {
  const thick = { ...RULE, size: 8 }
  const margins = { left: twips(14), right: twips(14) }
  const width = { size: TEXT_WIDTH, type: WidthType.DXA }
  return new Table({
    rows: rows.map(
      (children) =>
        new TableRow({
          cantSplit: true,
          children: [new TableCell({ width, margins, children: [...children] })],
        }),
    ),
    columnWidths: [TEXT_WIDTH],
    width,
    layout: TableLayoutType.FIXED,
    float: {
      horizontalAnchor: TableAnchorType.MARGIN,
      verticalAnchor: TableAnchorType.MARGIN,
      absoluteHorizontalPosition: 0,
      relativeVerticalPosition: RelativeVerticalPosition.BOTTOM,
      topFromText: twips(14),
    },
    borders: {
      top: thick,
      bottom: thick,
      left: NONE,
      right: NONE,
      insideHorizontal: RULE,
      insideVertical: NONE,
    },
  })
}
