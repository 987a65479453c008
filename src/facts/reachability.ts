import type { FailureReason, Observation } from '../core/observation.ts'
import { causeOf, isBlockStatus, looksDead } from './ladder/answer-kind.ts'
import { type Ladder, type Later, NOTHING_LATER } from './ladder/ladder.ts'
import { ladderOf } from './ladder/ladder-of.ts'
import type { Page } from './page.ts'
import { untrustedConnection } from './untrusted-connection.ts'

/**
 * Whether an address can be reached, as far as we may say so (DESIGN §5.1):
 * `alive`: it answered with content, at last; `dead`: certain: 404/410, NXDOMAIN or refused, so often as is needed and
 * not contradicted by an independent engine; `failing`: 5xx, time-outs or TLS faults through the whole ladder; `disputed`:
 * looked dead, and the answers or the engines differ or it was not asked often enough; `suspected`: any other fault
 * (whatever a reader without trust was shown): listed, not scored; `blocked`: 403, 405, 412, 418, 429, 493, 521, 999
 * and block pages; `untested`: not asked.
 */
export interface Reachability {
  readonly state: 'alive' | 'dead' | 'failing' | 'disputed' | 'suspected' | 'blocked' | 'untested'
  /** Short and stable: `404`, `410`, `name-not-found`, `connection-refused`, `503`, `robots-disallowed`, … */
  readonly cause: string
  /** Everything that was asked about the address, the first visit first. */
  readonly observations: readonly Observation[]
  /** Its answers in time, for an address whose fault counts or may come to count. */
  readonly ladder?: Ladder
}

/** Why an address was not asked at all: nothing is said of it then. */
const NOT_ASKED: ReadonlySet<FailureReason> = new Set([
  'robots-disallowed',
  'syntax-only',
  'forbidden-address',
  'budget-spent',
  'asked-to-wait',
])

const hasFaultyCertificate = (visit: Observation): boolean =>
  untrustedConnection(visit)?.certificate !== undefined

/** Whether an address must be asked a second time before anything is said about it. */
export const needsRepeat = (visit: Observation): boolean => looksDead(visit) || hasFaultyCertificate(visit)

/** Whether an independent engine must be asked: the second request agreed that the address is dead. */
export const needsOpinion = (visit: Observation, repeat: Observation | null): boolean =>
  looksDead(visit) && repeat !== null && looksDead(repeat)

const inTime = (a: Observation, b: Observation): number =>
  a.observedAt - b.observedAt || (a.id < b.id ? -1 : 1)

/** What the other engine said last. */
const lastOpinion = (opinion: Observation | null, again: readonly Observation[]): Observation | null =>
  again
    .filter((one) => one.purpose === 'opinion')
    .sort(inTime)
    .at(-1) ?? opinion

/**
 * What is known of an address, from everything that was asked about it. `page` is what the visit brought, `later` what was
 * asked hours or days afterwards.
 */
export function reachabilityOf(
  visit: Observation | null,
  repeat: Observation | null,
  opinion: Observation | null,
  page: Page | null,
  later: Later = NOTHING_LATER,
): Reachability {
  const first = [visit, repeat, opinion].filter((one) => one !== null)
  const observations = [...first, ...[...later.again].sort(inTime)]
  if (visit === null) return { state: 'untested', cause: 'not-asked', observations }
  const ladder = ladderOf(visit, repeat, page, later)
  const as = (state: Reachability['state'], cause = causeOf(visit)): Reachability => ({
    state,
    cause,
    observations,
    ...(ladder === null ? {} : { ladder }),
  })
  const { answer } = visit
  if (ladder?.state === 'cleared') return as('alive', ladder.rungs.at(-1)?.cause)
  if (ladder?.kind === 'failing') return as(ladder.state === 'complete' ? 'failing' : 'suspected')
  if (ladder !== null) {
    const other = ladder.rungs.find((rung) => rung.kind !== 'gone')
    if (ladder.state === 'open') return as('disputed', other?.cause)
    const said = lastOpinion(opinion, later.again)?.answer
    return as(said?.kind === 'opinion' && said.works === false ? 'dead' : 'disputed')
  }
  if (answer.kind === 'failure') return as(NOT_ASKED.has(answer.reason) ? 'untested' : 'suspected')
  if (answer.kind !== 'response') return as('untested')
  if (answer.tls !== undefined) return as('suspected')
  if (isBlockStatus(answer.status)) return as('blocked')
  if (page?.kind === 'blocked') return as('blocked', 'block-page')
  if (answer.status >= 400) return as('suspected')
  return as('alive')
}

/**
 * Whether one more answer may still decide something: a ladder that is not climbed yet, or an engine that differs while
 * the address may be asked again.
 */
export function isOpen({ state, ladder }: Reachability): boolean {
  if (ladder === undefined) return false
  if (ladder.kind === 'failing') return ladder.state === 'open'
  const counted = ladder.rungs.filter(
    (rung) => rung.ignored === null && (rung.kind === 'gone' || rung.kind === 'well'),
  ).length
  return state === 'disputed' && (ladder.state === 'open' || counted < (ladder.most ?? 0))
}
