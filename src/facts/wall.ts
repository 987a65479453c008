import { type Address, toAddress } from '../core/address.ts'
import type { Observation } from '../core/observation.ts'
import type { Landing } from './facts.ts'
import { isAuthentication } from './forms/authentication-address.ts'

/**
 * Whether a reader is stopped before the content (DESIGN §5.5): by a redirect to an authentication host or path, a
 * form that is the page, or a short page that says so. `open`: no wall; `unknown`: nothing readable.
 */
export interface Wall {
  readonly kind: 'wall' | 'open' | 'unknown'
  readonly sign: 'redirect' | 'form' | 'words' | null
  readonly quote: string
  readonly observation: Observation | null
}

/** The first redirect of a trail that leads to an authentication address; the start itself does not count. */
function redirectedTo(trail: readonly Observation[]): { address: Address; observation: Observation } | null {
  for (const observation of trail) {
    const targets = observation.hops.map((hop) => toAddress(hop.location, hop.address))
    const found = targets.find((target) => target !== null && isAuthentication(target))
    if (found !== undefined && found !== null && !isAuthentication(observation.address))
      return { address: found, observation }
  }
  return null
}

/** Whether a reader who opens an address is stopped by a login or registration. */
export function wallOf(landing: Landing): Wall {
  if (landing.kind === 'unread')
    return { kind: 'unknown', sign: null, quote: '', observation: landing.observation }
  const { page, observation, trail } = landing
  const redirect = redirectedTo(trail)
  const stillThere = page.wall !== null || isAuthentication(page.address)
  if (redirect !== null && stillThere) {
    return { kind: 'wall', sign: 'redirect', quote: redirect.address, observation: redirect.observation }
  }
  if (page.wall !== null) return { kind: 'wall', sign: page.wall.sign, quote: page.wall.quote, observation }
  return { kind: 'open', sign: null, quote: '', observation }
}
