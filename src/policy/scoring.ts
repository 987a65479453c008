import type { Bilingual } from '../core/message.ts'

/** A grade and the lowest score (0–100) that earns it. */
export interface GradeBand {
  readonly id: string
  readonly name: Bilingual
  readonly from: number
}

/** How verdicts become a score: data of the pack. */
export interface Scoring {
  /** From best to worst; the last one starts at 0. */
  readonly grades: readonly GradeBand[]
  /** Share of weight (0–1) that must have been judged for a scorecard to be complete. */
  readonly minimumCoverage: number
}
