import type { Clue } from './clue.ts'

/**
 * A date without a year is that of another date of the page with the same month and day: a shown 09-30 that the page's
 * data complete. Where nothing completes it, it stays rejected.
 */
export function withYears(clues: readonly Clue[]): readonly Clue[] {
  const whole = new Map<string, Clue>()
  for (const clue of clues) {
    if (clue.rejected === undefined && clue.precision === 'day' && clue.source !== 'text')
      whole.set(clue.day.slice(5), clue)
  }
  return clues.map((clue) => {
    const same = clue.rejected === 'yearless' ? whole.get(clue.day.slice(5)) : undefined
    if (same === undefined) return clue
    const { rejected: _, ...rest } = clue
    return { ...rest, day: same.day }
  })
}
