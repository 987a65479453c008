import { COLOUR } from './colours.ts'
import { label, SIZE } from './label.ts'
import { legend } from './legend.ts'
import { PAPER, type Picture, type PictureStyle, picture } from './picture.ts'
import { scoreClasses } from './scale.ts'
import { element, lineThrough } from './svg.ts'
import { textWidth } from './text-width.ts'
import { type Tone, toneDefinitions, toned } from './tones.ts'

/** How the scores of all units are spread. */
export interface ScoreDistribution {
  /** Scores that count, 0–100: those of complete scorecards without a veto. */
  readonly scores: readonly number[]
  /** Grades with their lowest scores and numbers of units, the best first. */
  readonly grades: readonly { readonly name: string; readonly from: number; readonly units: number }[]
  /** Units that a veto has failed. */
  readonly vetoed: number
  /** Units without a score that counts. */
  readonly incomplete: number
  readonly average: number | null
  readonly median: number | null
}

const TONES: readonly Tone[] = ['solid', 'dots', 'stripes', 'crossed']
const PLOT = 170
const MARKS = [
  { of: 'average', dash: '7 4', colour: COLOUR.blue },
  { of: 'median', dash: '2 3', colour: COLOUR.ink },
] as const

/** A histogram of scores, each column in the tone of its grade, with units that were vetoed or not scored beside it. */
export function scoreDistribution(
  data: ScoreDistribution,
  { id, words, width = PAPER }: PictureStyle,
): Picture {
  const grades = data.grades.map((grade, at) => ({ ...grade, tone: TONES[at] ?? 'empty' }))
  const aside = [
    { name: words('vetoed'), units: data.vetoed, tone: 'dark' as const },
    { name: words('incomplete'), units: data.incomplete, tone: 'empty' as const },
  ]
  const counted = [...grades, ...aside].map(({ name, units, tone }) => ({
    text: words('gradeCount', { grade: name, units }),
    tone,
  }))
  const marks = MARKS.flatMap((mark) => {
    const score = data[mark.of]
    return score === null ? [] : [{ ...mark, score }]
  })
  const head = legend(
    [
      ...counted.map(({ text, tone }) => ({
        text,
        sample: (x: number, y: number) => toned(id, tone, { x: x + 3, y: y - 6, width: 20, height: 12 }),
      })),
      ...marks.map(({ of, score, dash, colour }) => ({
        text: words('marked', { name: words(of), score: score.toFixed(2) }),
        sample: (x: number, y: number) =>
          element('path', {
            d: lineThrough([
              [x + 13, y - 9],
              [x + 13, y + 9],
            ]),
            stroke: colour,
            'stroke-width': 1.6,
            'stroke-dasharray': dash,
          }),
      })),
    ],
    width,
    0,
  )
  const borders = scoreClasses(
    data.scores,
    grades.map(({ from }) => from),
  )
  const columns = borders.slice(0, -1).map((from, at) => {
    const to = borders[at + 1] ?? 100
    const units = data.scores.filter((score) => score >= from && (score < to || to === 100)).length
    return { from, to, units, tone: grades.find((grade) => grade.from <= from)?.tone ?? 'empty' }
  })
  const beside = aside.filter(({ units }) => units > 0)
  const room = Math.max(Math.min(84, width / 5), ...beside.map(({ name }) => textWidth(name, SIZE) + 8))
  const [low, right] = [borders[0] ?? 0, width - beside.length * room - 16]
  const left = 8
  const top = head.height + 30
  const base = top + PLOT
  const most = Math.max(1, ...columns.map(({ units }) => units), ...beside.map(({ units }) => units))
  const x = (score: number): number => left + ((score - low) / (100 - low)) * (right - left)
  const column = (from: number, to: number, units: number, tone: Tone): string => {
    if (units === 0) return ''
    const height = (units / most) * PLOT
    const box = { x: from + 1.5, y: base - height, width: to - from - 3, height }
    return toned(id, tone, box)
  }
  const count = (from: number, to: number, units: number): string => {
    const place = { x: (from + to) / 2, y: base - (units / most) * PLOT - 11 }
    return units === 0
      ? ''
      : label({ text: String(units), ...place, anchor: 'middle', bold: true, ground: true })
  }
  const markLines = marks.map(({ score, dash, colour }) => {
    const d = lineThrough([
      [x(score), head.height + 6],
      [x(score), base],
    ])
    return (
      element('path', { d, stroke: COLOUR.paper, 'stroke-width': 4, 'stroke-opacity': 0.8 }) +
      element('path', { d, stroke: colour, 'stroke-width': 1.6, 'stroke-dasharray': dash })
    )
  })
  const every = Math.max(
    1,
    Math.ceil((textWidth('100', SIZE) + 6) / ((right - left) / Math.max(1, borders.length - 1))),
  )
  const ticks = borders.map((border, at) =>
    (borders.length - 1 - at) % every === 0
      ? label({
          text: String(border),
          x: Math.max(x(border), textWidth(String(border), SIZE) / 2),
          y: base + 14,
          anchor: 'middle',
          fill: COLOUR.soft,
        })
      : '',
  )
  const besideDrawn = beside.map(({ name, units, tone }, at) => {
    const from = right + 16 + at * room
    const middle = from + room / 2
    return (
      column(from + room * 0.2, from + room * 0.8, units, tone) +
      count(from, from + room, units) +
      label({ text: name, x: middle, y: base + 14, anchor: 'middle', fill: COLOUR.soft })
    )
  })
  const description = words('distributionText', { grades: counted.map(({ text }) => text).join('，') })
  return picture(
    { id, title: words('distributionTitle'), description, width, height: base + 28 },
    toneDefinitions(
      id,
      counted.map(({ tone }) => tone),
    ),
    head.drawn,
    ...columns.map(({ from, to, units, tone }) => column(x(from), x(to), units, tone)),
    ...markLines,
    ...columns.map(({ from, to, units }) => count(x(from), x(to), units)),
    ...besideDrawn,
    element('path', {
      d: lineThrough([
        [0, base],
        [width, base],
      ]),
      stroke: COLOUR.soft,
    }),
    ...ticks,
  )
}
