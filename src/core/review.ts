import type { Fingerprint, RunId } from './ids.ts'

/** What a person may decide of a finding (人工复核). */
export const DECISIONS = ['confirmed', 'dismissed', 'deferred'] as const

/** One of {@link DECISIONS}: it stands; the machine was wrong; not to be circulated this time. */
export type Decision = (typeof DECISIONS)[number]

/** One decision about one finding. Decisions are added and never changed; the one with the highest number counts. */
export interface Review {
  readonly run: RunId
  readonly fingerprint: Fingerprint
  /** 1, 2, 3 … among the decisions about this finding of this run. */
  readonly number: number
  readonly decision: Decision
  readonly reviewer: string
  /** Never empty for a dismissal. */
  readonly reason: string
  /** What the finding measured when it was decided; a dismissal lapses when the finding measures anything else. */
  readonly measured: string
  /** Milliseconds since 1970-01-01 UTC. */
  readonly at: number
}
