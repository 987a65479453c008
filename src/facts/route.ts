import { type Address, toAddress } from '../core/address.ts'
import type { ObservationId } from '../core/ids.ts'
import type { Observation } from '../core/observation.ts'
import type { Landing } from './facts.ts'
import { isAuthentication } from './forms/authentication-address.ts'
import type { Jump, Page } from './page.ts'
import { leadsToSamePlace } from './same-place.ts'

/** One step on the way from an address to where it leads. */
export interface Step {
  readonly from: Address
  readonly to: Address
  readonly by: 'redirect' | Jump['kind']
  /** The redirect's status; null for a jump of the page itself. */
  readonly status: number | null
  /**
   * A step that only tidies up: to the same place in another spelling (https, www., a slash, an index page), to a place
   * where the way has been before, or to and from a login.
   */
  readonly courtesy: boolean
  readonly observation: ObservationId
}

type BareStep = Omit<Step, 'courtesy'>

function redirectsOf({ id, hops }: Observation): readonly BareStep[] {
  return hops.flatMap(({ address, status, location }) => {
    const to = toAddress(location, address)
    return to === null ? [] : [{ from: address, to, by: 'redirect' as const, status, observation: id }]
  })
}

function jumpOf(observation: Observation, page: Page | undefined): readonly BareStep[] {
  const jump = page?.jump ?? null
  if (jump === null || page === undefined) return []
  return [{ from: page.address, to: jump.address, by: jump.kind, status: null, observation: observation.id }]
}

/** Every step from an address to where its reader ends up, redirects and jumps, in order. */
export function routeOf(landing: Landing, pageOf: (id: ObservationId) => Page | undefined): readonly Step[] {
  const trail =
    landing.kind === 'page' ? landing.trail : landing.observation === null ? [] : [landing.observation]
  const steps = trail.flatMap((observation, at) => {
    const isLast = at === trail.length - 1
    return [...redirectsOf(observation), ...(isLast ? [] : jumpOf(observation, pageOf(observation.id)))]
  })
  return steps.map((step, at): Step => {
    const been = steps.slice(0, at + 1).map(({ from }) => from)
    const isBack = been.some((place) => leadsToSamePlace(place, step.to))
    return { ...step, courtesy: isBack || isAuthentication(step.to) || isAuthentication(step.from) }
  })
}
