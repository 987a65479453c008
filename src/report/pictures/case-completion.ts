import { COLOUR } from './colours.ts'
import { label, SIZE, wrapped } from './label.ts'
import { legend } from './legend.ts'
import { PAPER, type Picture, type PictureStyle, picture } from './picture.ts'
import { element } from './svg.ts'
import { textWidth } from './text-width.ts'
import { type Tone, toneDefinitions, toned } from './tones.ts'

/** Rectification cases that were opened in one period, by what became of them. */
export interface PeriodCases {
  readonly period: string
  readonly fixed: number
  /** Open and in time. */
  readonly open: number
  readonly overdue: number
  /** Closed because the finding did not stand. They count neither as done nor as due. */
  readonly withdrawn: number
}

const PARTS = [
  ['fixed', 'solid'],
  ['open', 'empty'],
  ['overdue', 'crossed'],
  ['withdrawn', 'dots'],
] as const satisfies readonly (readonly [keyof PeriodCases, Tone])[]

const BAR = 20
const ROW = 46

/** Widths of a bar's parts: each has room for its figure, and the rest is shared out by count. */
function partWidths(counts: readonly number[], width: number): readonly number[] {
  const all = counts.reduce((sum, count) => sum + count, 0)
  const least = counts.map((count) => textWidth(String(count), SIZE) + 8)
  const spare = width - least.reduce((sum, one) => sum + one, 0)
  const surplus = counts.map((count, at) => Math.max(0, (count / all) * width - (least[at] ?? 0)))
  const whole = surplus.reduce((sum, one) => sum + one, 0)
  return least.map(
    (one, at) => one + (whole === 0 ? spare / counts.length : (spare * (surplus[at] ?? 0)) / whole),
  )
}

/** How far the cases of each period are: a bar a period, its parts told apart by pattern and figure. */
export function caseCompletion(
  periods: readonly PeriodCases[],
  { id, words, width = PAPER }: PictureStyle,
): Picture {
  const head = legend(
    PARTS.map(([part, tone]) => ({
      text: words(part),
      sample: (x, y) => toned(id, tone, { x: x + 3, y: y - 6, width: 20, height: 12 }),
    })),
    width,
    0,
  )
  const rows = periods.map((cases, at) => {
    const top = head.height + 8 + at * ROW
    const due = cases.fixed + cases.open + cases.overdue
    const all = due + cases.withdrawn
    const rate = due === 0 ? '—' : `${((cases.fixed / due) * 100).toFixed(1)}%`
    const said = words('completionRate', { rate, done: cases.fixed, all: due })
    const saidWidth = textWidth(said, SIZE)
    const parts = PARTS.filter(([part]) => cases[part] > 0)
    const widths = partWidths(
      parts.map(([part]) => cases[part]),
      width,
    )
    const bar = parts.map(([part, tone], column) => {
      const x = widths.slice(0, column).reduce((sum, one) => sum + one, 0)
      const box = { x, y: top + 20, width: widths[column] ?? 0, height: BAR }
      const place = { text: String(cases[part]), x: box.x + box.width / 2, y: box.y + BAR / 2 }
      const fill = tone === 'solid' ? COLOUR.paper : COLOUR.ink
      const figure = label({ ...place, anchor: 'middle', bold: true, fill, ground: tone !== 'solid' })
      return toned(id, tone, box) + figure
    })
    const none = element('rect', { x: 0, y: top + 20, width, height: BAR, fill: COLOUR.tint })
    return {
      drawn:
        label({ text: wrapped(cases.period, width - saidWidth - 10), x: 0, y: top + 9, bold: true }) +
        label({ text: said, x: width, y: top + 9, anchor: 'end' }) +
        (all === 0 ? none : bar.join('')),
      spoken: words('completionPart', { ...cases, rate, done: cases.fixed, all: due }),
    }
  })
  const description = words('completionText', {
    periods: rows.length === 0 ? words('nothing') : rows.map(({ spoken }) => spoken).join(''),
  })
  return picture(
    {
      id,
      title: words('completionTitle'),
      description,
      width,
      height: head.height + 8 + Math.max(1, rows.length) * ROW,
    },
    toneDefinitions(
      id,
      PARTS.map(([, tone]) => tone),
    ),
    head.drawn,
    ...rows.map(({ drawn }) => drawn),
    rows.length === 0 ? label({ text: words('nothing'), x: 0, y: head.height + 22 }) : '',
  )
}
