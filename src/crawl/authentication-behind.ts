import { type Address, toAddress } from '../core/address.ts'
import type { Observation } from '../core/observation.ts'
import { isAuthentication } from '../facts/forms/authentication-address.ts'

/** The authentication address that redirects led to from an address that is none; null where there is no such. */
export function authenticationBehind({ address, hops }: Observation): Address | null {
  if (hops.length === 0 || isAuthentication(address)) return null
  const targets = hops.map((hop) => toAddress(hop.location, hop.address))
  return targets.find((target) => target !== null && isAuthentication(target)) ?? null
}
