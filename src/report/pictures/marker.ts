import { COLOUR } from './colours.ts'
import { element, plainNumber as n } from './svg.ts'

/** Shapes of points, so that lines are told apart without colour. */
export type Marker = 'circle' | 'square' | 'triangle' | 'cross'

const SHAPES: Readonly<Record<Exclude<Marker, 'circle'>, (x: number, y: number) => string>> = {
  square: (x, y) => `M${n(x - 3.5)} ${n(y - 3.5)}h7v7h-7z`,
  triangle: (x, y) => `M${n(x)} ${n(y - 4.5)}l4.5 8h-9z`,
  cross: (x, y) => `M${n(x - 4)} ${n(y - 4)}l8 8m0-8l-8 8`,
}

/** A point of a line. A circle is filled, a square and a triangle are hollow. */
export const marker = (shape: Marker, x: number, y: number, colour: string): string =>
  shape === 'circle'
    ? element('circle', { cx: x, cy: y, r: 4, fill: colour })
    : element('path', {
        d: SHAPES[shape](x, y),
        fill: shape === 'cross' ? 'none' : COLOUR.paper,
        stroke: colour,
        'stroke-width': shape === 'cross' ? 2 : 1.6,
      })
