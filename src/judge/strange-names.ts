import { type Address, hostNameOf } from '../core/address.ts'
import type { Observation } from '../core/observation.ts'
import { strangeDomains, strangeSibling } from '../core/strange-sibling.ts'
import { looksDead } from '../facts/ladder/answer-kind.ts'
import type { Evidence } from './evidence.ts'

/** Whether a look-up of a name that cannot exist led somewhere, by the word of a name server. */
export const leadsSomewhere = (lookup: Observation | undefined): boolean =>
  lookup?.answer.kind === 'lookup' && lookup.answer.addresses.length > 0

/**
 * Names that cannot exist and are still to be looked up: one beside each host that is registered or looks dead; and, where
 * one of these leads somewhere, domains that nobody has registered, which shows whether it is our own network that
 * answers for every name.
 */
export function strangeNames(
  registered: readonly Address[],
  evidence: Evidence,
  token: string,
): readonly Address[] {
  const dead = evidence.all('visit').filter(looksDead)
  const siblings = [...registered, ...dead.map((one) => one.address)].flatMap(
    (address) => strangeSibling(address, token) ?? [],
  )
  const isOdd = evidence.all('catch-all').some(leadsSomewhere)
  return [...new Set([...siblings, ...(isOdd ? strangeDomains(token) : [])])]
}

/**
 * Tells whether what looks dead may be the answer of a catch-all: a name beside the host's that cannot exist leads
 * somewhere, and nothing on the host itself has ever answered well in the run.
 */
export function catchAlls(evidence: Evidence, token: string): (address: Address) => boolean {
  const living = new Set(
    evidence.all('visit').flatMap(({ answer }) => {
      const isWell = answer.kind === 'response' && answer.status < 400
      return isWell ? [hostNameOf(answer.address)] : []
    }),
  )
  return (address) => {
    const sibling = strangeSibling(address, token)
    return (
      sibling !== null &&
      leadsSomewhere(evidence.ask('catch-all', sibling)) &&
      !living.has(hostNameOf(address))
    )
  }
}
