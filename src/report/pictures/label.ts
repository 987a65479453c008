import { xml } from '../xml.ts'
import { COLOUR } from './colours.ts'
import { type FittedText, fitText } from './fit-text.ts'
import { element } from './svg.ts'
import { textWidth } from './text-width.ts'

/** Size of labels, in pixels of a picture at its own width. */
export const SIZE = 13

/** Distance from line to line of a wrapped label, as a share of its size. */
export const LINE = 1.3

/** A text and where it stands. `y` is the middle of its height. */
export interface Label {
  readonly text: string | FittedText
  readonly x: number
  readonly y: number
  readonly anchor?: 'start' | 'middle' | 'end'
  readonly size?: number
  readonly fill?: string
  readonly bold?: boolean
  /** A light ground under the text, where lines may run behind it. */
  readonly ground?: boolean
}

/** A label; what was shortened can be read whole by pointing at it. */
export function label(given: Label): string {
  const { x, y, anchor = 'start', size = SIZE, fill = COLOUR.ink } = given
  const { lines, shortened } =
    typeof given.text === 'string' ? { lines: [given.text], shortened: null } : given.text
  const first = y + size * 0.36 - ((lines.length - 1) * size * LINE) / 2
  const inside =
    lines.length === 1
      ? [xml(lines[0] ?? '')]
      : lines.map((line, at) => element('tspan', { x, y: first + at * size * LINE }, xml(line)))
  const attributes = {
    x,
    y: first,
    'text-anchor': anchor === 'start' ? null : anchor,
    'font-size': size === SIZE ? null : size,
    'font-weight': given.bold === true ? 700 : null,
    fill: fill === COLOUR.ink ? null : fill,
  }
  const title = shortened === null ? [] : [element('title', {}, xml(shortened))]
  const text = element('text', attributes, ...title, ...inside)
  if (given.ground !== true) return text
  const width = Math.max(...lines.map((line) => textWidth(line, size)))
  const left = anchor === 'start' ? x : anchor === 'middle' ? x - width / 2 : x - width
  const height = size * (1.1 + (lines.length - 1) * LINE)
  const ground = { x: left, y: y - height / 2, width, height, fill: COLOUR.paper, 'fill-opacity': 0.8 }
  return element('rect', ground) + text
}

/** Height that a wrapped label takes. */
export const heightOf = (text: FittedText, size = SIZE): number => text.lines.length * size * LINE

/** A label's text, wrapped to a width. */
export const wrapped = (text: string, width: number, lines = 1, size = SIZE): FittedText =>
  fitText(text, width, size, lines)
