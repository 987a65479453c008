import type { FailureReason, Observation, TlsFault } from '../../core/observation.ts'
import type { Page } from '../page.ts'

/**
 * What one answer says of its address: `gone`: as a dead one does (404, 410, NXDOMAIN, refused); `failing`: a fault that
 * may pass (5xx, time-outs, TLS faults that stop every reader); `well`: content; `unclear`: nothing that could ever be
 * held against anyone (blocks, resets, faults of our own, certificates, which are judged by themselves).
 */
export type AnswerKind = 'gone' | 'failing' | 'well' | 'unclear'

const GONE: ReadonlySet<number> = new Set([404, 410])
const BLOCKED: ReadonlySet<number> = new Set([401, 403, 405, 406, 407, 412, 418, 429, 451, 493, 521, 999])
const GONE_REASONS: ReadonlySet<FailureReason> = new Set(['name-not-found', 'connection-refused'])
const TIMEOUTS: ReadonlySet<FailureReason> = new Set([
  'lookup-timeout',
  'connect-timeout',
  'tls-timeout',
  'headers-timeout',
  'body-timeout',
])

/** No browser goes on here; of the others a reader's own machine may know more than ours, or the certificate is to blame. */
const NO_CONNECTION: ReadonlySet<TlsFault> = new Set(['old-protocol', 'handshake', 'revoked'])

/** Network Authentication Required (RFC 6585 §6): a portal on our own way out says so, not the site. */
const NOT_THE_SITE = 511

/** Whether a status is one by which servers turn robots away. */
export const isBlockStatus = (status: number): boolean => BLOCKED.has(status)

/** A short name of what an observation brought: `404`, `name-not-found`, `tls-fault`. */
export const causeOf = ({ answer }: Observation): string => {
  if (answer.kind === 'response') return answer.tls === undefined ? String(answer.status) : 'tls-fault'
  if (answer.kind === 'lookup') return 'lookup'
  return answer.kind === 'failure' ? answer.reason : answer.engine
}

/** Whether an answer is one that a dead address gives: 404, 410, NXDOMAIN, refused. */
export const looksDead = ({ answer }: Observation): boolean =>
  (answer.kind === 'response' && GONE.has(answer.status) && answer.tls === undefined) ||
  (answer.kind === 'failure' && GONE_REASONS.has(answer.reason))

/** What one answer says of its address; `page` is what its body was read as. */
export function answerKind(observation: Observation, page: Page | null): AnswerKind {
  const { answer } = observation
  if (page?.kind === 'blocked' || answer.kind === 'opinion' || answer.kind === 'lookup') return 'unclear'
  if (looksDead(observation)) return 'gone'
  if (answer.tls !== undefined) return NO_CONNECTION.has(answer.tls.fault) ? 'failing' : 'unclear'
  if (answer.kind === 'failure') {
    return TIMEOUTS.has(answer.reason) ? 'failing' : 'unclear'
  }
  const { status } = answer
  if (status < 400) return 'well'
  return status >= 500 && !BLOCKED.has(status) && status !== NOT_THE_SITE ? 'failing' : 'unclear'
}
