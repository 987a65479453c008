import { xml } from '../xml.ts'

/** Attributes of an element; null leaves one out. Numbers are written with at most two decimals. */
export type Attributes = Readonly<Record<string, string | number | null>>

/** A number as pictures write it, with at most two decimals. */
export const plainNumber = (value: number): string => String(Math.round(value * 100) / 100 + 0)

/** An SVG element. Children are SVG already. */
export function element(name: string, attributes: Attributes, ...children: readonly string[]): string {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== null)
    .map(([key, value]) => ` ${key}="${typeof value === 'number' ? plainNumber(value) : xml(value ?? '')}"`)
    .join('')
  const content = children.join('')
  return content === '' ? `<${name}${written}/>` : `<${name}${written}>${content}</${name}>`
}

/** The attribute `d` of a line through points. */
export const lineThrough = (points: readonly (readonly [x: number, y: number])[]): string =>
  points.map(([x, y], at) => `${at === 0 ? 'M' : 'L'}${plainNumber(x)} ${plainNumber(y)}`).join('')

type Point = readonly [x: number, y: number]

/** The runs of points between gaps. */
export function runsOf(points: readonly (Point | null)[]): readonly (readonly Point[])[] {
  const runs: Point[][] = [[]]
  for (const point of points) {
    if (point === null) runs.push([])
    else runs.at(-1)?.push(point)
  }
  return runs
}
