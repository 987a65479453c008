import type { ItemId, UnitId } from '../core/ids.ts'
import type { Bilingual } from '../core/message.ts'
import type { Movement } from '../core/movement.ts'
import type { Outcome } from '../core/outcome.ts'
import type { Arithmetic } from './arithmetic.ts'

export type { Movement }

/** How many verdicts had which outcome. */
export type OutcomeCounts = Readonly<Record<Outcome, number>>

/** A veto that a unit met. */
export interface VetoMet {
  /** Id of the veto, or of the rule whose severity is `veto`. */
  readonly id: string
  readonly title: Bilingual
  /** Failures found, and from how many on they are a veto. */
  readonly found: number
  readonly failures: number
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
  /** Id of a grade band; `vetoed` when a veto was met, null without a score. */
  readonly grade: string | null
  /** 1 = best; equal scores share a rank; null for incomplete scorecards. */
  readonly rank: number | null
  /** How the score came about. */
  readonly arithmetic: Arithmetic
  readonly vetoes: readonly VetoMet[]
  readonly outcomes: OutcomeCounts
  readonly byItem: ReadonlyMap<ItemId, OutcomeCounts>
  readonly movement: Movement | null
}
