import type { Fingerprint } from './ids.ts'

/** Findings against the run before: `fixed` only where the same subject was judged again and passed. */
export interface Movement {
  readonly new: readonly Fingerprint[]
  readonly unchanged: readonly Fingerprint[]
  readonly fixed: readonly Fingerprint[]
  /** Findings of the run before whose subject could not be judged this time. */
  readonly notRechecked: readonly Fingerprint[]
}
