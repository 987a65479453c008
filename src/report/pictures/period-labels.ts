import { COLOUR } from './colours.ts'
import { label, SIZE } from './label.ts'
import { textWidth } from './text-width.ts'

interface Named {
  readonly period: string
  readonly year: string
}

interface Place {
  readonly left: number
  readonly right: number
  /** The middle of the upper row. */
  readonly y: number
}

/** Names of periods below an axis, every one or every few, always the last; below them the years that they lie in. */
export function periodLabels(
  points: readonly Named[],
  x: (at: number) => number,
  step: number,
  { left, right, y }: Place,
): string {
  const clamped = (middle: number, text: string): number => {
    const half = textWidth(text, SIZE) / 2
    return Math.min(Math.max(middle, half), right - half)
  }
  const widest = Math.max(0, ...points.map(({ period }) => textWidth(period, SIZE)))
  const every = Math.max(1, Math.ceil((widest + 4) / step))
  const names = points.map(({ period }, at) =>
    (points.length - 1 - at) % every === 0
      ? label({ text: period, x: clamped(x(at), period), y, anchor: 'middle' })
      : '',
  )
  const years: string[] = []
  let free = right
  for (let end = points.length - 1; end >= 0; ) {
    const year = points[end]?.year ?? ''
    let start = end
    while (start > 0 && points[start - 1]?.year === year) start -= 1
    const half = textWidth(year, SIZE) / 2
    const middle = Math.min(Math.max((x(start) + x(end)) / 2, left + half), free - half)
    if (middle >= x(start) - step && middle - half >= 0 && year !== '') {
      years.push(label({ text: year, x: middle, y: y + 18, anchor: 'middle', fill: COLOUR.soft }))
      free = middle - half - 6
    }
    end = start - 1
  }
  return names.join('') + years.join('')
}
