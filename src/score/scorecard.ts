import type { Fingerprint, ItemId, RuleId, UnitId } from '../core/ids.ts'
import type { Outcome } from '../core/outcome.ts'

/** How many verdicts had which outcome. */
export type OutcomeCounts = Readonly<Record<Outcome, number>>

/** What one rule did to a score. */
export interface Deduction {
  readonly rule: RuleId
  readonly failedWeight: number
  /** Points before the cap. */
  readonly uncapped: number
  /** Points taken off, at most the rule's cap. */
  readonly points: number
}

/** Findings against the run before: `fixed` only where the same subject was judged again and passed. */
export interface Movement {
  readonly new: readonly Fingerprint[]
  readonly unchanged: readonly Fingerprint[]
  readonly fixed: readonly Fingerprint[]
  /** Findings of the run before whose subject could not be judged this time. */
  readonly notRechecked: readonly Fingerprint[]
}

/** A unit's result. */
export interface Scorecard {
  readonly unit: UnitId
  /** 0–100 with two decimals; null when nothing could be judged. */
  readonly score: number | null
  /** Judged weight ÷ weight that should have been judged, 0–1; null when nothing was due. */
  readonly coverage: number | null
  /** Whether coverage reaches the pack's minimum. */
  readonly complete: boolean
  /** Id of a grade band; `vetoed` when a veto rule failed, null without a score. */
  readonly grade: string | null
  /** 1 = best; equal scores share a rank; null for incomplete scorecards. */
  readonly rank: number | null
  readonly passedWeight: number
  readonly failedWeight: number
  readonly deductions: readonly Deduction[]
  readonly vetoes: readonly RuleId[]
  readonly outcomes: OutcomeCounts
  readonly byItem: ReadonlyMap<ItemId, OutcomeCounts>
  readonly movement: Movement | null
}
