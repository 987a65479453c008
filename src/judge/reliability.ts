import { hostNameOf } from '../core/address.ts'
import type { MessageData } from '../core/message.ts'
import type { Observation } from '../core/observation.ts'
import { causeOf } from '../facts/ladder/answer-kind.ts'
import { type Asking, canaryAskings } from '../facts/ladder/canary-askings.ts'
import type { doubtMessages } from './doubt-messages.ts'

/** When a run is no longer believed (DESIGN §5.8). */
export interface ReliabilityLimits {
  /** The largest share (0–1) of visits that may fail without an answer. */
  readonly maximumFailedShare: number
  /** By how much (0–1) that share may exceed the one of the run before. */
  readonly maximumFailedJump: number
}

/** What speaks against a run, as a message of {@link doubtMessages}. */
export interface Doubt {
  readonly message: keyof typeof doubtMessages
  readonly data: MessageData
}

/** Whether a run can be believed, and what speaks against it. */
export interface Reliability {
  readonly reliable: boolean
  readonly doubts: readonly Doubt[]
}

/** What was never asked, because the host's budget was spent or it wanted to be left alone, has not failed. */
const WITHHELD: ReadonlySet<string> = new Set(['budget-spent', 'asked-to-wait'])

const wasAsked = ({ answer }: Observation): boolean =>
  answer.kind !== 'failure' || !WITHHELD.has(answer.reason)

/** Visits that got no answer, as a share of all visits to registered addresses (0–1); 0 when there were none. */
export function failedShareOf(observations: readonly Observation[]): number {
  const visits = observations.filter(
    (one) => one.purpose === 'visit' && one.origin === 'registered' && wasAsked(one),
  )
  const failed = visits.filter((one) => one.answer.kind === 'failure')
  return visits.length === 0 ? 0 : failed.length / visits.length
}

const percent = (share: number): string => `${(share * 100).toFixed(1)}%`

/** Of several askings the first one and the last one count: what lay between was waited for. */
function canariesDown(askings: readonly Asking[]): readonly Doubt[] {
  const ends = [...new Set([askings[0], askings.at(-1)])]
  return ends.flatMap((asking): readonly Doubt[] => {
    if (asking === undefined || asking.isWell) return []
    const names = asking.failed.map((one) => `${one.address} (${causeOf(one)})`).join(', ')
    const data = { failed: asking.failed.length, asked: asking.asked.length, names }
    return [{ message: asking === askings[0] ? 'canaries-down' : 'canaries-down-later', data }]
  })
}

/** Canaries of two hosts or more that end at one and the same other host, as behind a captive portal. */
function captivePortal({ asked }: Asking): readonly Doubt[] {
  const hosts = new Set(asked.map((one) => hostNameOf(one.address)))
  const ends = new Map<string, Set<string>>()
  for (const { address, answer } of asked) {
    const end = answer.kind === 'response' ? hostNameOf(answer.address) : null
    if (end !== null && !hosts.has(end)) {
      ends.set(end, new Set([...(ends.get(end) ?? []), hostNameOf(address)]))
    }
  }
  return [...ends]
    .filter(([, from]) => from.size > 1)
    .map(([place, from]) => ({ message: 'captive-portal', data: { place, hosts: [...from].join(', ') } }))
}

/**
 * Domains that nobody has registered lead somewhere; or, where these could not be asked, names below three domains or more
 * all lead to one place.
 */
function everyNameAnswers(observations: readonly Observation[]): readonly Doubt[] {
  const lookups = observations.flatMap(({ purpose, address, answer }) =>
    purpose === 'catch-all' && answer.kind === 'lookup' && !answer.isOurs
      ? [{ name: hostNameOf(address), place: answer.addresses.join(', ') }]
      : [],
  )
  const strange = lookups.filter(({ name }) => name.split('.').length === 2)
  const suspicious = strange.length > 0 ? strange.filter((one) => one.place !== '') : lookups
  const [first] = suspicious
  const isOnePlace = suspicious.length > 2 && suspicious.every((one) => one.place === first?.place)
  if (first === undefined || first.place === '' || (strange.length === 0 && !isOnePlace)) return []
  const names = suspicious.slice(0, 3).map((one) => one.name)
  return [{ message: 'every-name-answers', data: { names: names.join(', '), place: first.place } }]
}

/**
 * Holds a run's failures against its limits: it is unreliable when half of its canary hosts or more do not answer, at its
 * beginning or at its end, when they all lead to one strange host, when names that cannot exist do, when too many visits fail, or when many more fail than
 * in the run before (`previousShare`, null without one).
 */
export function reliabilityOf(
  observations: readonly Observation[],
  limits: ReliabilityLimits,
  previousShare: number | null,
): Reliability {
  const askings = canaryAskings(observations.filter((one) => one.purpose === 'canary'))
  const share = failedShareOf(observations)
  const doubts: Doubt[] = [
    ...canariesDown(askings),
    ...askings.slice(0, 1).flatMap(captivePortal),
    ...everyNameAnswers(observations),
  ]
  if (share > limits.maximumFailedShare) {
    const data = { share: percent(share), limit: percent(limits.maximumFailedShare) }
    doubts.push({ message: 'many-failures', data })
  }
  if (previousShare !== null && share - previousShare > limits.maximumFailedJump) {
    doubts.push({
      message: 'failures-jump',
      data: {
        share: percent(share),
        before: percent(previousShare),
        limit: percent(limits.maximumFailedJump),
      },
    })
  }
  return { reliable: doubts.length === 0, doubts }
}
