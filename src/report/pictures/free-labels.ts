import { label, SIZE } from './label.ts'
import { textWidth } from './text-width.ts'

/** A value to print beside its point. */
export interface ValueLabel {
  readonly text: string
  readonly x: number
  readonly y: number
}

interface Box {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

const HEIGHT = SIZE * 1.5
const OFFSET = 15

const overlap = (a: Box, b: Box): boolean =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom

const covers = (box: Box, [x, y]: readonly [number, number]): boolean =>
  x > box.left - 4 && x < box.right + 4 && y > box.top - 2 && y < box.bottom + 2

/** The order in which values are printed: the last, the first, the lowest, the highest, then from the newest on. */
function byImportance(values: readonly (ValueLabel | null)[]): readonly ValueLabel[] {
  const known = values.filter((one) => one !== null)
  const byHeight = [...known].sort((a, b) => a.y - b.y)
  const first = [known.at(-1), known[0], byHeight.at(-1), byHeight[0]].filter((one) => one !== undefined)
  return [...new Set([...first, ...[...known].reverse()])]
}

/**
 * Prints values above their points, or below, where they cover no other point if they can; those that would cover
 * another value are left out.
 */
export function freeLabels(
  values: readonly (ValueLabel | null)[],
  points: readonly (readonly [x: number, y: number])[],
  within: Box,
): string {
  const taken: Box[] = []
  const drawn = byImportance(values).flatMap(({ text, x, y }) => {
    const half = textWidth(text, SIZE) / 2 + 1
    const middle = Math.min(Math.max(x, within.left + half), within.right - half)
    const free = [y - OFFSET, y + OFFSET].flatMap((at) => {
      const box = { left: middle - half, right: middle + half, top: at - HEIGHT / 2, bottom: at + HEIGHT / 2 }
      const inside = box.top >= within.top && box.bottom <= within.bottom
      return inside && !taken.some((one) => overlap(one, box)) ? [{ at, box }] : []
    })
    const best = free.find(({ box }) => !points.some((point) => covers(box, point))) ?? free[0]
    if (best === undefined) return []
    taken.push(best.box)
    return label({ text, x: middle, y: best.at, anchor: 'middle', bold: true, ground: true })
  })
  return drawn.join('')
}
