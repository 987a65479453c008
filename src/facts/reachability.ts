import type { FailureReason, Observation } from '../core/observation.ts'
import type { Page } from './page.ts'
import { untrustedConnection } from './untrusted-connection.ts'

/**
 * Whether an address can be reached, as far as we may say so (DESIGN §5.1):
 * `alive`: it answered with content; `dead`: certain: 404/410, NXDOMAIN or refused, confirmed by a second request and
 * not contradicted by an independent engine; `disputed`: looked dead, and the engines differ or no second request was
 * made; `suspected`: 5xx, timeouts, TLS faults (whatever a reader without trust was shown): listed, not scored; `blocked`: 403, 405, 412, 418, 429, 493, 521 and
 * block pages; `untested`: not asked.
 */
export interface Reachability {
  readonly state: 'alive' | 'dead' | 'disputed' | 'suspected' | 'blocked' | 'untested'
  /** Short and stable: `404`, `410`, `name-not-found`, `connection-refused`, `503`, `robots-disallowed`, … */
  readonly cause: string
  /** Everything that was asked about the address, the first visit first. */
  readonly observations: readonly Observation[]
}

const GONE: ReadonlySet<number> = new Set([404, 410])
const BLOCKED: ReadonlySet<number> = new Set([401, 403, 405, 406, 407, 412, 418, 429, 451, 493, 521])
const DEADLY: ReadonlySet<FailureReason> = new Set(['name-not-found', 'connection-refused'])
const NOT_OURS: ReadonlySet<FailureReason> = new Set(['robots-disallowed', 'forbidden-address'])

/** A short name of what an observation brought. */
const causeOf = ({ answer }: Observation): string => {
  if (answer.kind === 'response') return answer.tls === undefined ? String(answer.status) : 'tls-fault'
  return answer.kind === 'failure' ? answer.reason : answer.engine
}

/** Whether an answer is one that a dead address gives: 404, 410, NXDOMAIN, refused. */
export const looksDead = ({ answer }: Observation): boolean =>
  (answer.kind === 'response' && GONE.has(answer.status) && answer.tls === undefined) ||
  (answer.kind === 'failure' && DEADLY.has(answer.reason))

const hasFaultyCertificate = (visit: Observation): boolean =>
  untrustedConnection(visit)?.certificate !== undefined

/** Whether an address must be asked a second time before anything is said about it. */
export const needsRepeat = (visit: Observation): boolean => looksDead(visit) || hasFaultyCertificate(visit)

/** Whether an independent engine must be asked: the second request agreed that the address is dead. */
export const needsOpinion = (visit: Observation, repeat: Observation | null): boolean =>
  looksDead(visit) && repeat !== null && looksDead(repeat)

/** What is known of an address, from everything that was asked about it. `page` is what the visit brought. */
export function reachabilityOf(
  visit: Observation | null,
  repeat: Observation | null,
  opinion: Observation | null,
  page: Page | null,
): Reachability {
  const observations = [visit, repeat, opinion].filter((one) => one !== null)
  if (visit === null) return { state: 'untested', cause: 'not-asked', observations }
  const cause = causeOf(visit)
  const as = (state: Reachability['state'], why = cause): Reachability => ({
    state,
    cause: why,
    observations,
  })
  const { answer } = visit
  if (looksDead(visit)) {
    if (page?.kind === 'blocked') return as('blocked', 'block-page')
    if (repeat === null) return as('disputed')
    if (!looksDead(repeat)) return as('disputed', causeOf(repeat))
    const agrees = opinion?.answer.kind === 'opinion' && opinion.answer.works === false
    return as(agrees ? 'dead' : 'disputed')
  }
  if (answer.kind === 'failure') return as(NOT_OURS.has(answer.reason) ? 'untested' : 'suspected')
  if (answer.kind !== 'response') return as('untested')
  if (answer.tls !== undefined) return as('suspected')
  if (BLOCKED.has(answer.status)) return as('blocked')
  if (page?.kind === 'blocked') return as('blocked', 'block-page')
  if (answer.status >= 400) return as('suspected')
  return as('alive')
}
