import { type Address, hostNameOf } from '../core/address.ts'
import type { Observation } from '../core/observation.ts'

const MOST = 3

/**
 * Addresses that tell whether our own network is well where no canaries are configured: registered ones that answered
 * well in the run, each of another host, and none of a host that is in doubt.
 */
export function standIns(
  observations: readonly Observation[],
  doubted: readonly Address[],
): readonly Address[] {
  const hosts = new Set(doubted.map(hostNameOf))
  const found: Address[] = []
  for (const { purpose, origin, address, answer } of observations) {
    const isWell = answer.kind === 'response' && answer.status < 300 && answer.tls === undefined
    if (purpose !== 'visit' || origin !== 'registered' || !isWell || hosts.has(hostNameOf(address))) continue
    hosts.add(hostNameOf(address))
    found.push(address)
    if (found.length === MOST) break
  }
  return found
}
