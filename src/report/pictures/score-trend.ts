import { COLOUR } from './colours.ts'
import { freeLabels } from './free-labels.ts'
import { label, SIZE } from './label.ts'
import { legend } from './legend.ts'
import { type Marker, marker } from './marker.ts'
import { periodLabels } from './period-labels.ts'
import { PAPER, type Picture, type PictureStyle, picture } from './picture.ts'
import type { PictureWord } from './picture-words.ts'
import { scoreAxis } from './scale.ts'
import { element, lineThrough, runsOf } from './svg.ts'
import { textWidth } from './text-width.ts'

/** Scores of one period, 0–100; null where nothing could be scored. */
export interface TrendPoint {
  /** `11月`, and below it the year. */
  readonly period: string
  readonly year: string
  readonly unit: number | null
  readonly average: number | null
  readonly median: number | null
}

/** Scores over periods, the oldest first. */
export interface ScoreTrend {
  /** The unit, or the city for its average and median alone. */
  readonly name: string
  readonly isCity: boolean
  readonly points: readonly TrendPoint[]
}

interface Series {
  readonly of: 'unit' | 'average' | 'median'
  readonly marker: Marker
  readonly dash: string | null
  readonly colour: string
}

const SERIES: readonly Series[] = [
  { of: 'median', marker: 'triangle', dash: '2 3', colour: COLOUR.soft },
  { of: 'average', marker: 'square', dash: '7 4', colour: COLOUR.blue },
  { of: 'unit', marker: 'circle', dash: null, colour: COLOUR.red },
]

const PLOT = 200
const BOTTOM = 44
const TOP = 22

/** The score of a unit over periods, beside the city's average and median. */
export function scoreTrend(trend: ScoreTrend, { id, words, width = PAPER }: PictureStyle): Picture {
  const { points, name, isCity } = trend
  const shown = SERIES.filter(({ of }) => of !== 'unit' || !isCity)
  const main = isCity ? 'average' : 'unit'
  const axis = scoreAxis(shown.flatMap(({ of }) => points.flatMap((point) => point[of] ?? [])))
  const tick = (value: number): string => (Number.isInteger(value) ? String(value) : value.toFixed(1))
  const left = Math.max(...axis.ticks.map((value) => textWidth(tick(value), SIZE))) + 8
  const step = (width - left) / Math.max(1, points.length)
  const named = (of: Series['of']): string => (of === 'unit' ? name : words(of satisfies PictureWord))
  const missing = points.some((point) => point[main] === null)
  const entries = [...shown].reverse().map((one) => ({
    text: named(one.of),
    sample: (x: number, y: number) =>
      element('path', {
        d: lineThrough([
          [x, y],
          [x + 26, y],
        ]),
        stroke: one.colour,
        'stroke-width': 2,
        'stroke-dasharray': one.dash,
        fill: 'none',
      }) + marker(one.marker, x + 13, y, one.colour),
  }))
  const gap = {
    text: words('notScored'),
    sample: (x: number, y: number) => marker('cross', x + 13, y, COLOUR.ink),
  }
  const head = legend(missing ? [...entries, gap] : entries, width, 0)
  const top = head.height + TOP
  const x = (at: number): number => left + (at + 0.5) * step
  const y = (value: number): number => top + PLOT * (1 - (value - axis.low) / (axis.high - axis.low))
  const grid = axis.ticks.map(
    (value) =>
      element('path', {
        d: lineThrough([
          [left, y(value)],
          [width, y(value)],
        ]),
        stroke: value === axis.low ? COLOUR.soft : COLOUR.rule,
      }) + label({ text: tick(value), x: left - 6, y: y(value), anchor: 'end', fill: COLOUR.soft }),
  )
  const lines = shown.map((one) => {
    const at = points.map((point, index) => {
      const value = point[one.of]
      return value === null ? null : ([x(index), y(value)] as const)
    })
    const path = runsOf(at)
      .filter((run) => run.length > 1)
      .map(lineThrough)
      .join('')
    const line = element('path', {
      d: path,
      fill: 'none',
      stroke: one.colour,
      'stroke-width': one.of === main ? 2.4 : 1.6,
      'stroke-dasharray': one.dash,
    })
    const marks = at.map((point) => (point === null ? '' : marker(one.marker, ...point, one.colour)))
    return (path === '' ? '' : line) + marks.join('')
  })
  const gaps = points.map((point, at) =>
    point[main] === null ? marker('cross', x(at), y(axis.low), COLOUR.ink) : '',
  )
  const values = freeLabels(
    points.map((point, at) => {
      const value = point[main]
      return value === null ? null : { text: value.toFixed(2), x: x(at), y: y(value) }
    }),
    shown
      .filter(({ of }) => of !== main)
      .flatMap(({ of }) =>
        points.flatMap((point, at) => (point[of] === null ? [] : [[x(at), y(point[of])] as const])),
      ),
    { left, right: width, top: top - TOP, bottom: top + PLOT },
  )
  const years = periodLabels(points, x, step, { left, right: width, y: top + PLOT + 14 })
  const spoken = points.map((point) =>
    words('trendPoint', {
      period: `${point.year}${point.period}`,
      score: point[main]?.toFixed(2) ?? words('notScored'),
    }),
  )
  const description = words('trendText', { name, points: spoken.join('') })
  return picture(
    { id, title: words('trendTitle', { name }), description, width, height: top + PLOT + BOTTOM },
    head.drawn,
    ...grid,
    ...lines,
    ...gaps,
    values,
    years,
  )
}
