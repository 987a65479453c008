import { COLOUR } from './colours.ts'
import { element } from './svg.ts'

/** How an area is filled, so that areas are told apart without colour: solid, or a pattern over a light ground. */
export type Tone = 'solid' | 'dots' | 'stripes' | 'crossed' | 'dark' | 'empty'

const GROUND: Readonly<Record<Tone, readonly [ink: string, paper: string]>> = {
  solid: [COLOUR.green, COLOUR.green],
  dots: [COLOUR.blue, '#dbe7f4'],
  stripes: [COLOUR.amber, '#fbefd5'],
  crossed: [COLOUR.red, '#fae0de'],
  dark: [COLOUR.ink, COLOUR.ink],
  empty: [COLOUR.soft, COLOUR.paper],
}

const MARKS: Partial<Readonly<Record<Tone, string>>> = {
  dots: 'M1.5 1.5h1.6v1.6h-1.6zM4.5 4.5h1.6v1.6h-1.6z',
  stripes: 'M-1 1l2-2M-1 7L7-1M5 7l2-2',
  crossed: 'M-1 1l2-2M-1 7L7-1M5 7l2-2M-1 5l2 2M-1-1L7 7M5-1l2 2',
}

/** Definitions of the patterns that tones need; `id` is the picture's. */
export const toneDefinitions = (id: string, tones: readonly Tone[]): string => {
  const patterns = [...new Set(tones)].flatMap((tone) => {
    const marks = MARKS[tone]
    if (marks === undefined) return []
    const [ink, paper] = GROUND[tone]
    const drawn = tone === 'dots' ? { fill: ink } : { stroke: ink, 'stroke-width': 1.2, fill: 'none' }
    return element(
      'pattern',
      { id: `${id}-${tone}`, width: 6, height: 6, patternUnits: 'userSpaceOnUse' },
      element('rect', { width: 6, height: 6, fill: paper }),
      element('path', { d: marks, ...drawn }),
    )
  })
  return patterns.length === 0 ? '' : element('defs', {}, ...patterns)
}

/** A box in a tone. */
export function toned(
  id: string,
  tone: Tone,
  box: { readonly x: number; readonly y: number; readonly width: number; readonly height: number },
): string {
  const [ink, paper] = GROUND[tone]
  const fill = MARKS[tone] === undefined ? paper : `url(#${id}-${tone})`
  return element('rect', { ...box, fill, stroke: ink, 'stroke-width': 1 })
}
