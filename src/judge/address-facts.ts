import type { Address } from '../core/address.ts'
import type { Landing } from '../facts/facts.ts'
import { landingOf } from '../facts/landing.ts'
import type { Likeness } from '../facts/likeness.ts'
import { type ControlPage, likenessOf } from '../facts/likeness.ts'
import { type Reachability, reachabilityOf } from '../facts/reachability.ts'
import { routeOf, type Step } from '../facts/route.ts'
import { type Wall, wallOf } from '../facts/wall.ts'
import { controlAddress } from '../plan/probes.ts'
import type { Evidence } from './evidence.ts'
import { memo } from './memo.ts'

/** The facts about one address, each worked out once. */
export interface AddressFacts {
  landing(address: Address): Landing
  reachability(address: Address): Reachability
  likeness(address: Address): Likeness
  wall(address: Address): Wall
  route(address: Address): readonly Step[]
}

/** Facts about addresses, derived from a run's evidence. `controlToken` names the run's control pages. */
export function addressFacts(evidence: Evidence, controlToken: string): AddressFacts {
  const landing = memo((address: Address) => landingOf(address, evidence))
  const reachability = memo((address: Address) => {
    const visit = evidence.ask('visit', address) ?? null
    return reachabilityOf(
      visit,
      evidence.ask('repeat', address) ?? null,
      evidence.ask('opinion', address) ?? null,
      visit === null ? null : (evidence.page(visit.id) ?? null),
    )
  })
  const control = (address: Address): ControlPage | null => {
    const observation = evidence.ask('control', controlAddress(address, controlToken))
    return observation === undefined ? null : { observation, page: evidence.page(observation.id) ?? null }
  }
  const finalAddress = (at: Landing): Address | null =>
    at.observation?.answer.kind === 'response' ? at.observation.answer.address : null
  const likeness = memo((address: Address) => {
    const at = landing(address)
    const final = finalAddress(at)
    return likenessOf(at, control(address) ?? (final === null ? null : control(final)))
  })
  const wall = memo((address: Address) => wallOf(landing(address)))
  const route = memo((address: Address) => routeOf(landing(address), evidence.page))
  return { landing, reachability, likeness, wall, route }
}
