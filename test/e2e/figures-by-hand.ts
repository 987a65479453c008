import type { PlainScore } from '../support/scores-by-hand.ts'

const cents = (value: number): number => Math.round(value * 100) / 100
const meanOf = (numbers: readonly number[]): number =>
  cents(numbers.reduce((sum, one) => sum + one, 0) / numbers.length)
const sortedOf = (scores: readonly PlainScore[]): readonly number[] =>
  scores.map((one) => one.score).sort((a, b) => a - b)

/** Average and median. */
export function middleOf(scores: readonly PlainScore[]) {
  const sorted = sortedOf(scores)
  const half = sorted.length / 2
  return { average: meanOf(sorted), median: meanOf(sorted.slice(Math.ceil(half) - 1, Math.floor(half) + 1)) }
}

/** The lowest and the highest score. */
export const extremesOf = (scores: readonly PlainScore[]) => ({
  lowest: sortedOf(scores).at(0),
  highest: sortedOf(scores).at(-1),
})

/** Whether a unit passes: no veto, and the pass mark reached. */
export const passes = ({ vetoed, score }: PlainScore, mark: number): boolean => !vetoed && score >= mark

/** How many pass, as a circular says it. */
export const passRateOf = (scores: readonly PlainScore[], mark: number) => {
  const passed = scores.filter((one) => passes(one, mark)).length
  return {
    ranked: scores.length,
    passed,
    rate: Math.round((passed / scores.length) * 10_000) / 10_000,
    average: meanOf(sortedOf(scores)),
  }
}

/** A unit's rank: one more than how many are better; those with a veto come after all others. */
export const rankOf =
  (scores: readonly PlainScore[]) =>
  (unit: string): number | null => {
    const own = scores.find((one) => one.unit === unit)
    if (own === undefined) return null
    const isBetter = (one: PlainScore): boolean =>
      one.vetoed === own.vetoed ? one.score > own.score : own.vetoed
    return 1 + scores.filter(isBetter).length
  }
