import type { Verdict } from '../core/verdict.ts'
import { hundredths } from './cents.ts'
import type { Scorecard } from './scorecard.ts'

const scoresOf = (cards: readonly Scorecard[]): readonly number[] =>
  cards.flatMap((card) => (card.complete && card.score !== null ? [card.score] : [])).sort((a, b) => a - b)

/** The mean score of complete scorecards, to the hundredth; null without any. */
export function averageScore(cards: readonly Scorecard[]): number | null {
  const scores = scoresOf(cards)
  return scores.length === 0
    ? null
    : hundredths(scores.reduce((sum, score) => sum + score, 0) / scores.length)
}

/** The middle score of complete scorecards; the mean of the two middle ones when their number is even. */
export function medianScore(cards: readonly Scorecard[]): number | null {
  const scores = scoresOf(cards)
  const upper = scores[Math.floor(scores.length / 2)]
  const lower = scores[Math.ceil(scores.length / 2) - 1]
  return upper === undefined || lower === undefined ? null : hundredths((upper + lower) / 2)
}

/** Faults, each counted once however many units and items share it (DESIGN §5.10). */
export const countFaults = (verdicts: readonly Verdict[]): number =>
  new Set(verdicts.flatMap((verdict) => verdict.findings.map((finding) => finding.fault))).size
