import type { Address } from '../core/address.ts'
import type { Day } from '../core/day.ts'
import type { Fingerprint, ItemId, RuleId, UnitId } from '../core/ids.ts'
import type { Finding, Verdict } from '../core/verdict.ts'

/** An agreed exemption (豁免): the findings that it covers do not count while it lasts. */
export interface Waiver {
  readonly id: string
  readonly unit: UnitId
  /** Item, rule, address and fingerprint of the findings that are meant, at least one of them; null = any. */
  readonly item: ItemId | null
  readonly rule: RuleId | null
  readonly address: Address | null
  readonly fingerprint: Fingerprint | null
  readonly reason: string
  /** Who agreed to it. */
  readonly approver: string
  /** First day; null = since ever. */
  readonly from: Day | null
  /** Last day, included. */
  readonly to: Day
  /** What was measured when it was granted, as the report shows it. A finding that measures anything else is not covered. */
  readonly measured: readonly string[]
}

/** A finding under a waiver: shown, counted apart, in no score. */
export interface WaivedFinding {
  /** The verdict that it belonged to. */
  readonly verdict: Verdict
  readonly finding: Finding
  readonly waiver: Waiver
}

/** Why a waiver no longer covers a finding: its last day is over, or something else is measured than when it was granted. */
export type LapseReason = 'ended' | 'changed'

/** A waiver that once covered a finding. */
export interface LapsedWaiver {
  readonly waiver: Waiver
  readonly why: LapseReason
}
