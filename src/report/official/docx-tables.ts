import {
  AlignmentType,
  BorderStyle,
  Table,
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
  /** Whether the row stands on one page with the next. */
  readonly held?: boolean
}

const ALIGN = { left: AlignmentType.LEFT, center: AlignmentType.CENTER, right: AlignmentType.RIGHT } as const

const cellOf = ({ words, width, look, align = 'left', columnSpan = 1, held = false }: Cell): TableCell =>
  new TableCell({
    width: { size: width, type: WidthType.DXA },
    verticalAlign: VerticalAlignTable.CENTER,
    columnSpan,
    children: [
      paragraphOf(words, look, {
        line: twips(look.size * 1.45),
        alignment: ALIGN[align],
        keepNext: held,
      }),
    ],
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
    cellOf({
      words: title,
      width: widths[at] ?? 0,
      look: { font: FACE.heiti, size },
      align: 'center',
      held: true,
    }),
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

/**
 * A form: names and room to write. The last cell of a short row takes the rest of the width. It is not cut where it fits
 * one page.
 */
export function formOf({ widths: shares, rows, small }: Extract<Block, { kind: 'form' }>): Table {
  const widths = fitted(shares)
  const body = rows.map((cells, row) => {
    const last = cells.length - 1
    const held = row < rows.length - 1
    return new TableRow({
      cantSplit: true,
      children: cells.map((words, at) => {
        const columnSpan = at === last ? widths.length - last : 1
        const width = widths.slice(at, at + columnSpan).reduce((sum, one) => sum + one, 0)
        const font = at % 2 === 0 && columnSpan === 1 ? FACE.heiti : FACE.fangsong
        return cellOf({
          words,
          width,
          look: { font, size: small ? SIZE.list : SIZE.table },
          columnSpan,
          held,
        })
      }),
    })
  })
  return frame(widths, body)
}
