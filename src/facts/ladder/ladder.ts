import type { Day } from '../../core/day.ts'
import type { Observation } from '../../core/observation.ts'
import type { Page } from '../page.ts'
import type { AnswerKind } from './answer-kind.ts'

/** What it takes until a fault counts (DESIGN §5.1). */
export interface LadderRules {
  /** Of at most `of` answers of an address that looks dead, so many must be those of a dead one. */
  readonly needed: number
  readonly of: number
  /** Milliseconds between two answers that count, the second request of a run aside. */
  readonly delay: number
  /** On so many days, and at so many hours of the day (Asia/Shanghai), must a fault that may pass have been seen. */
  readonly days: number
  readonly hours: number
  /** Minutes of the day between which offices work, on working days: one answer at least must be from then. */
  readonly office: { readonly from: number; readonly to: number }
}

/** Why an answer does not count: too soon after another one, our own network was not well, or the unit had given notice. */
export type NotCounted = 'too-soon' | 'our-network' | 'declared'

/** One answer of an address in time. */
export interface Rung {
  readonly observation: Observation
  readonly kind: AnswerKind
  readonly cause: string
  /** Null when it counts. */
  readonly ignored: NotCounted | null
}

/** What has still to be seen until a fault counts. */
export interface Missing {
  readonly answers: number
  readonly days: number
  readonly hours: number
  /** Whether none of the answers is from office hours. */
  readonly office: boolean
}

/**
 * The answers of an address that is not well, the first one first. `gone`: it looked dead; `failing`: its fault may pass.
 * `open`: not enough has been seen; `complete`: the fault counts; `cleared`: it has passed.
 */
export interface Ladder {
  readonly kind: 'gone' | 'failing'
  readonly state: 'open' | 'complete' | 'cleared'
  readonly rungs: readonly Rung[]
  readonly missing: Missing
  /** So many answers are asked for at most, of an address that looks dead; null for as long as it takes. */
  readonly most: number | null
  /** When the next answer may help, in milliseconds since 1970-01-01 UTC; null when none is needed. */
  readonly nextAt: number | null
}

/** What a ladder is worked out from, beside the visit and the second request. */
export interface Later {
  readonly rules: LadderRules
  /** Confirmations and later opinions of the address, in any order. */
  readonly again: readonly Observation[]
  /** Every answer of canary hosts in the run. */
  readonly canaries: readonly Observation[]
  /** Whether the unit had given notice for a day. */
  readonly isDeclared: (day: Day) => boolean
  /** Null where the calendar does not tell. */
  readonly isWorkday: (day: Day) => boolean | null
  readonly pageOf: (observation: Observation) => Page | null
}

/** Two of three; three days, two hours, one answer within office hours. */
export const DEFAULT_LADDER: LadderRules = {
  needed: 2,
  of: 3,
  delay: 30 * 60_000,
  days: 3,
  hours: 2,
  office: { from: 9 * 60, to: 17 * 60 },
}

/** Nothing was asked later. */
export const NOTHING_LATER: Later = {
  rules: DEFAULT_LADDER,
  again: [],
  canaries: [],
  isDeclared: () => false,
  isWorkday: () => null,
  pageOf: () => null,
}
