import type { ItemId, RuleId, UnitId } from '../core/ids.ts'
import type { Movement } from '../core/movement.ts'
import type { Outcome } from '../core/outcome.ts'

export type { Movement }

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
