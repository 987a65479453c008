/** What may be sealed (audit.yaml, `seal`). Shares are 0–1. */
export interface SealLimits {
  /** Share of what was due that must have been judged, over the whole city. */
  readonly minimumCoverage: number
  /** Whether critical and veto findings must be decided by a person before they are circulated. */
  readonly confirmCritical: boolean
  /** By how much duties may fall against the period before: relative. */
  readonly duties: Thresholds
  /** By how much the share of what could not be told, or of failures, may move: percentage points as a share. */
  readonly shares: Thresholds
}

/** From where on a change is worth a word, and from where on it stops the sealing. */
export interface Thresholds {
  readonly warn: number
  readonly refuse: number
}
