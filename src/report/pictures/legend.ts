import { heightOf, label, SIZE, wrapped } from './label.ts'
import { textWidth } from './text-width.ts'

/** A word of a legend, and what is drawn before it in a box of {@link SAMPLE} by 12 whose left and middle are given. */
export interface LegendEntry {
  readonly text: string
  readonly sample: (x: number, y: number) => string
}

/** Width of what is drawn before a word. */
export const SAMPLE = 26

const GAP = 18
const ROW = 22

/** A legend in as many rows as it needs, from `y` on. */
export function legend(
  entries: readonly LegendEntry[],
  width: number,
  y: number,
): { readonly drawn: string; readonly height: number } {
  let [left, top] = [0, y]
  const drawn = entries.map(({ text, sample }) => {
    const fitted = wrapped(text, width - SAMPLE - 6)
    const needed = SAMPLE + 6 + textWidth(fitted.lines[0] ?? '', SIZE)
    if (left > 0 && left + needed > width) {
      left = 0
      top += ROW
    }
    const middle = top + Math.max(ROW, heightOf(fitted)) / 2
    const x = left
    left += needed + GAP
    return sample(x, middle) + label({ text: fitted, x: x + SAMPLE + 6, y: middle })
  })
  return { drawn: drawn.join(''), height: top + ROW - y }
}
