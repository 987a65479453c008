import type { CircularPeriod } from './circular-period.ts'
import type { Day } from './day.ts'
import type { Fingerprint, ItemId, RuleId, RunId, UnitId } from './ids.ts'

/** The case of one circulated finding (整改台账), written when its period is sealed and never changed. */
export interface RectificationCase {
  /** `<period>-<fingerprint>`. */
  readonly id: string
  readonly period: CircularPeriod
  readonly fingerprint: Fingerprint
  readonly unit: UnitId
  readonly item: ItemId
  readonly rule: RuleId
  /** The subject's key, unique among the subjects of the unit and item. */
  readonly subject: string
  readonly openedAt: number
  /** The last day in time; null when the holiday calendar does not reach it. */
  readonly dueOn: Day | null
}

/** What a look at an open case showed: mended, still there, or could not be judged. */
export type RecheckResult = 'fixed' | 'notFixed' | 'notRechecked'

/** Whom a reminder went to, the lowest rank first (三(一)–(三)): 实施单位, 责任单位办公室, 分管领导. */
export const RANKS = ['site', 'office', 'leader'] as const

/** One of {@link RANKS}. */
export type Rank = (typeof RANKS)[number]

/** Characters that a reply's words may have: a spreadsheet's cell holds 32,767, and what is longer is an attachment. */
export const LONGEST_WORDS = 2_000

/** What is wrong with words that are too long; null for others. */
export const tooLong = (words: string): string | null =>
  words.length <= LONGEST_WORDS
    ? null
    : `共 ${words.length} 字，最多 ${LONGEST_WORDS} 字；请精简，详情另附 / ${words.length} characters, at most ${LONGEST_WORDS}; shorten it and attach the rest.`

/** What a unit says of a circulated finding. */
export interface Reply {
  readonly cause: string
  readonly measure: string
  /** When it is done, or will be. */
  readonly doneOn?: Day
  /** Who answers for it. */
  readonly responsible?: string
}

/** What happened. */
export type CaseStep =
  | { readonly kind: 'notified'; readonly rank: Rank; readonly to: string }
  | ({ readonly kind: 'replied' } & Reply)
  | { readonly kind: 'rechecked'; readonly result: RecheckResult; readonly run: RunId }
  | { readonly kind: 'appealed'; readonly reason: string }
  | { readonly kind: 'decided'; readonly upheld: boolean; readonly reason: string }
  | { readonly kind: 'closed'; readonly because: 'fixed' | 'appeal-upheld' | 'dismissed' }

/** One entry of a case's history, which only grows. */
export interface CaseEvent {
  readonly case: string
  /** 1, 2, 3 … in the case's history. */
  readonly number: number
  /** Milliseconds since 1970-01-01 UTC. */
  readonly at: number
  /** The person, or `portal-audit`. */
  readonly by: string
  readonly step: CaseStep
}
