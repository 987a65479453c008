import { COLOUR } from './colours.ts'
import { type HeatCell, heatCell, heatKey } from './heat-cell.ts'
import { heightOf, label, SIZE, wrapped } from './label.ts'
import { PAPER, type Picture, type PictureStyle, picture } from './picture.ts'
import { element, lineThrough } from './svg.ts'
import { textWidth } from './text-width.ts'

/** Problems of each unit in each section of the policy. */
export interface HeatMap {
  /** `mark` stands for the section where there is no room for its title. */
  readonly sections: readonly { readonly mark: string; readonly title: string }[]
  /** Cells in the order of the sections. */
  readonly units: readonly { readonly name: string; readonly cells: readonly HeatCell[] }[]
}

const ROW = 18
const NAME_SIZE = 12
const HEAD_LINES = 4

const found = (cells: readonly HeatCell[]): number =>
  cells.reduce<number>((sum, cell) => sum + (typeof cell === 'number' ? cell : 0), 0)

/** Unit by section: how many problems, in figures and in shades. */
export function heatMap({ sections, units }: HeatMap, { id, words, width = PAPER }: PictureStyle): Picture {
  const widest = Math.max(
    textWidth(words('unit'), SIZE),
    ...units.map(({ name }) => textWidth(name, NAME_SIZE)),
  )
  const names = Math.min(widest + 8, width * 0.36)
  const totals = Math.max(textWidth(words('total'), SIZE) + 6, (width - names) / (sections.length + 1))
  const cellWidth = (width - names - totals) / Math.max(1, sections.length)
  const titles = [...sections.map(({ title }) => title), words('total')]
  const whole = titles.map((title) => wrapped(title, cellWidth - 6, HEAD_LINES))
  const fits = whole.every(({ shortened }) => shortened === null) && cellWidth > SIZE * 3.4
  const heads = fits
    ? whole
    : [...sections.map(({ mark }) => mark), words('total')].map((mark) => wrapped(mark, totals))
  const key = fits ? [] : sections.map(({ mark, title }) => wrapped(`${mark}　${title}`, width, 2))
  const legend = heatKey(words, width, 0)
  const keyTop = legend.height + 6
  const keyHeights = key.map((line) => heightOf(line) + 4)
  const headTop = keyTop + keyHeights.reduce((sum, height) => sum + height, 0)
  const headHeight = Math.max(...heads.map((head) => heightOf(head))) + 8
  const rowNames = units.map(({ name }) => wrapped(name, names - 6, 2, NAME_SIZE))
  const rowHeights = rowNames.map((name) => Math.max(ROW, heightOf(name, NAME_SIZE) + 3))
  const body = headTop + headHeight
  const tops = rowHeights.map(
    (_, at) => body + rowHeights.slice(0, at).reduce((sum, height) => sum + height, 0),
  )
  const end = body + rowHeights.reduce((sum, height) => sum + height, 0)
  const middle = (column: number): number =>
    column < sections.length ? names + (column + 0.5) * cellWidth : width - totals / 2
  const rows = units.map(({ cells }, at) => {
    const [y, height] = [tops[at] ?? 0, rowHeights[at] ?? ROW]
    const name = rowNames[at] ?? wrapped('', names)
    const total = { text: String(found(cells)), x: middle(sections.length), y: y + height / 2 }
    return (
      label({ text: name, x: 0, y: y + height / 2, size: NAME_SIZE }) +
      cells
        .map((cell, column) => heatCell(cell, { x: names + column * cellWidth, y, width: cellWidth, height }))
        .join('') +
      label({ ...total, anchor: 'middle', bold: true })
    )
  })
  const sums = [
    ...sections.map((_, at) => found(units.flatMap(({ cells }) => cells[at] ?? []))),
    found(units.flatMap(({ cells }) => cells)),
  ]
  const foot = end + 13
  const most = [...units].sort((a, b) => found(b.cells) - found(a.cells))[0]
  const description = words('heatMapText', {
    units: units.length,
    sections: sections.length,
    findings: sums.at(-1) ?? 0,
    most: most === undefined || found(most.cells) === 0 ? '—' : `${most.name} ${found(most.cells)}`,
  })
  const line = (y: number): string =>
    element('path', {
      d: lineThrough([
        [0, y],
        [width, y],
      ]),
      stroke: COLOUR.soft,
    })
  return picture(
    { id, title: words('heatMapTitle'), description, width, height: foot + 13 },
    legend.drawn,
    ...key.map((text, at) =>
      label({
        text,
        x: 0,
        y:
          keyTop +
          keyHeights.slice(0, at).reduce((sum, height) => sum + height, 0) +
          (keyHeights[at] ?? 0) / 2,
        fill: COLOUR.soft,
      }),
    ),
    label({ text: words('unit'), x: 0, y: headTop + headHeight / 2, bold: true }),
    ...heads.map((text, at) =>
      label({ text, x: middle(at), y: headTop + headHeight / 2, anchor: 'middle', bold: true }),
    ),
    ...rows,
    line(body),
    line(end),
    label({ text: words('total'), x: 0, y: foot, bold: true }),
    ...sums.map((sum, at) =>
      label({ text: String(sum), x: middle(at), y: foot, anchor: 'middle', bold: true }),
    ),
  )
}
