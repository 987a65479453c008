import { COLOUR } from './colours.ts'
import { label } from './label.ts'
import { legend } from './legend.ts'
import type { PictureWords } from './picture-words.ts'
import { element } from './svg.ts'

/** Problems of a unit in a section; `notOwed`: it owes nothing there; `notJudged`: nothing could be judged. */
export type HeatCell = number | 'notOwed' | 'notJudged'

interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** Shades from the fewest problems on; a shade holds until the next one begins. */
const SHADES: readonly { readonly from: number; readonly fill: string; readonly text: string }[] = [
  { from: 0, fill: COLOUR.paper, text: COLOUR.soft },
  { from: 1, fill: '#fbe3d6', text: COLOUR.ink },
  { from: 2, fill: '#f5bfa4', text: COLOUR.ink },
  { from: 3, fill: '#e08a68', text: COLOUR.ink },
  { from: 5, fill: '#9c1f19', text: COLOUR.paper },
]

const shadeOf = (count: number) => SHADES.findLast(({ from }) => count >= from) ?? SHADES[0]

function ground(cell: HeatCell, box: Box): string {
  const fill = typeof cell === 'number' ? shadeOf(cell)?.fill : COLOUR.tint
  return element('rect', { ...box, fill: fill ?? COLOUR.paper, stroke: COLOUR.rule, 'stroke-width': 0.6 })
}

const signOf = (cell: HeatCell): string =>
  cell === 'notOwed' ? '—' : cell === 'notJudged' ? '?' : cell === 0 ? '·' : String(cell)

/** A cell of a heat map: its count in figures over its shade. */
export function heatCell(cell: HeatCell, box: Box): string {
  const fill = typeof cell === 'number' ? shadeOf(cell)?.text : COLOUR.soft
  const place = { x: box.x + box.width / 2, y: box.y + box.height / 2, anchor: 'middle' as const }
  return ground(cell, box) + label({ text: signOf(cell), ...place, fill: fill ?? COLOUR.ink })
}

/** What the shades and signs mean. */
export function heatKey(words: PictureWords, width: number, y: number) {
  const counts = SHADES.map(({ from }, at) => {
    const next = SHADES[at + 1]?.from
    const text = next === undefined ? `≥ ${from}` : next - 1 > from ? `${from}–${next - 1}` : String(from)
    return { cell: from, text: from === 0 ? words('noFindings') : text }
  })
  const signs = [
    { cell: 'notOwed' as const, text: words('notOwed') },
    { cell: 'notJudged' as const, text: words('notJudged') },
  ]
  return legend(
    [...counts, ...signs].map(({ cell, text }) => ({
      text,
      sample: (x, middle) => {
        const box = { x, y: middle - 8, width: 26, height: 16 }
        return typeof cell === 'number' && cell > 0 ? ground(cell, box) : heatCell(cell, box)
      },
    })),
    width,
    y,
  )
}
