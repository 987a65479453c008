import type { CircularPeriod } from '../core/circular-period.ts'
import type { Digest, RunId } from '../core/ids.ts'
import type { CaseEvent, RectificationCase } from '../core/rectification.ts'
import type { Review } from '../core/review.ts'
import type { Sealing } from '../core/sealing.ts'
import type { Body } from './run-store.ts'

/** Somebody else has added to the same history meanwhile; nothing was written. */
export interface Conflict {
  readonly ok: false
}

/** Whether something was added. */
export type Added = { readonly ok: true } | Conflict

/** Everything that one sealing writes. */
export interface SealingRows {
  readonly sealing: Sealing
  readonly document: Body
  readonly cases: readonly RectificationCase[]
  readonly events: readonly CaseEvent[]
}

/** How long the histories were on which a sealing rests: decisions that bear on its run, and entries of cases. */
export interface SeenHistories {
  readonly sealings: number
  readonly reviews: number
  readonly caseEvents: number
}

/**
 * What people decide and what is sealed. Nothing is ever changed or deleted; every method writes whole or not at all. A
 * row's number is its place in its own history: who writes one that is taken is told of the conflict.
 */
export interface PeriodStore {
  /** Decisions in the order in which they were made: of one run, or of all. */
  reviews(run?: RunId): Promise<readonly Review[]>
  addReviews(reviews: readonly Review[]): Promise<Added>
  /** Every sealing, in the order in which they were made. */
  sealings(): Promise<readonly Sealing[]>
  /** A sealed document as it was written. Throws InputError when its bytes are no longer those that were sealed. */
  document(digest: Digest): Promise<Uint8Array | null>
  /** A conflict when period and edition are taken, or when one of the histories has grown since it was seen. */
  seal(rows: SealingRows, seen: SeenHistories): Promise<Added>
  /** Every case, or those of one period, by id. */
  cases(period?: CircularPeriod): Promise<readonly RectificationCase[]>
  /** Every case's history, by case and number. */
  caseEvents(): Promise<readonly CaseEvent[]>
  addCaseEvents(events: readonly CaseEvent[]): Promise<Added>
  close(): Promise<void>
}
