import { toAddress, withoutTokens } from '../core/address.ts'
import { minuteAt } from '../core/day.ts'
import type { Observation } from '../core/observation.ts'
import type { Evidence } from '../core/verdict.ts'
import type { SeenReport } from './audit-report.ts'

/** An address as it may be shown: without tokens, where it can be read at all. */
export function shown(address: string): string {
  const parsed = toAddress(address)
  return parsed === null ? address : withoutTokens(parsed)
}

/** The status chain of an observation: each hop, then what came at the end. */
export function chainOf({ hops, answer, address }: Observation): readonly string[] {
  const steps = hops.map((hop) => `${hop.status} ${shown(hop.address)} → ${shown(hop.location)}`)
  if (answer.kind === 'response') return [...steps, `${answer.status} ${shown(answer.address)}`]
  if (answer.kind === 'failure') return [...steps, `${answer.reason} ${shown(address)}`]
  if (answer.kind === 'lookup') return [...steps, `${shown(address)} → ${answer.addresses.join(', ') || '-'}`]
  const said = answer.works === null ? '?' : answer.works ? 'OK' : 'BROKEN'
  return [...steps, `${answer.engine}: ${said}${answer.status === null ? '' : ` (${answer.status})`}`]
}

/** Evidence with its observation, ready to be shown. */
export function seenOf(evidence: Evidence, observations: ReadonlyMap<string, Observation>): SeenReport {
  const observation = observations.get(evidence.observation)
  if (observation === undefined)
    throw new Error(`Evidence names ${evidence.observation}, which was not observed.`)
  return {
    address: shown(observation.address),
    seenAt: minuteAt(observation.observedAt),
    purpose: observation.purpose,
    chain: chainOf(observation),
    quote: evidence.quote ?? '',
    locator: evidence.locator ?? '',
  }
}
