import type { Observation } from '../core/observation.ts'

/**
 * Whether an address can be reached, as far as we may say so (DESIGN §5.1):
 * `alive`: it answered with content; `dead`: certain: 404/410, NXDOMAIN or refused, confirmed by a second request and
 * not contradicted by an independent engine; `disputed`: looked dead, and the engines differ or no second request was
 * made; `suspected`: 5xx, timeouts, TLS faults: listed, not scored; `blocked`: 403, 405, 412, 418, 429, 493, 521 and
 * block pages; `untested`: not asked.
 */
export interface Reachability {
  readonly state: 'alive' | 'dead' | 'disputed' | 'suspected' | 'blocked' | 'untested'
  /** Short and stable: `404`, `410`, `name-not-found`, `connection-refused`, `503`, `robots-disallowed`, … */
  readonly cause: string
  /** Everything that was asked about the address, the first visit first. */
  readonly observations: readonly Observation[]
}
