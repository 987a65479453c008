import type { Address } from '../core/address.ts'
import type { Day } from '../core/day.ts'
import { isWorkday, NO_CALENDAR, type WorkCalendar } from '../core/work-calendar.ts'
import type { Landing } from '../facts/facts.ts'
import { DEFAULT_LADDER, type LadderRules } from '../facts/ladder/ladder.ts'
import { landingOf } from '../facts/landing.ts'
import type { Likeness } from '../facts/likeness.ts'
import { type ControlPage, likenessOf } from '../facts/likeness.ts'
import { type Reachability, reachabilityOf } from '../facts/reachability.ts'
import { routeOf, type Step } from '../facts/route.ts'
import { type Wall, wallOf } from '../facts/wall.ts'
import { controlAddress } from '../plan/probes.ts'
import type { Evidence } from './evidence.ts'
import { memo } from './memo.ts'
import { catchAlls } from './strange-names.ts'

/** The facts about one address, each worked out once. */
export interface AddressFacts {
  landing(address: Address): Landing
  /** `isDeclared`: whether its unit had given notice for a day; nobody had unless given. */
  reachability(address: Address, isDeclared?: (day: Day) => boolean): Reachability
  likeness(address: Address): Likeness
  wall(address: Address): Wall
  route(address: Address): readonly Step[]
}

/** By what faults come to count. */
export interface Certainty {
  readonly ladder: LadderRules
  readonly calendar: WorkCalendar
}

const USUAL: Certainty = { ladder: DEFAULT_LADDER, calendar: NO_CALENDAR }

/** Facts about addresses, derived from a run's evidence. `controlToken` names the run's control pages. */
export function addressFacts(
  evidence: Evidence,
  controlToken: string,
  certainty: Certainty = USUAL,
): AddressFacts {
  const landing = memo((address: Address) => landingOf(address, evidence))
  const canaries = evidence.all('canary')
  const mayBeCatchAll = catchAlls(evidence, controlToken)
  const reached = (address: Address, isDeclared: (day: Day) => boolean): Reachability => {
    const visit = evidence.ask('visit', address) ?? null
    const found = reachabilityOf(
      visit,
      evidence.ask('repeat', address) ?? null,
      evidence.ask('opinion', address) ?? null,
      visit === null ? null : (evidence.page(visit.id) ?? null),
      {
        rules: certainty.ladder,
        again: evidence.again(address),
        canaries,
        isDeclared,
        isWorkday: (day) => isWorkday(certainty.calendar, day),
        pageOf: ({ id }) => evidence.page(id) ?? null,
      },
    )
    if (found.state !== 'dead' || !mayBeCatchAll(address)) return found
    const { ladder: _decidesNothing, ...rest } = found
    return { ...rest, state: 'disputed', cause: 'catch-all' }
  }
  const undeclared = memo((address: Address) => reached(address, () => false))
  const reachability: AddressFacts['reachability'] = (address, isDeclared) =>
    isDeclared === undefined ? undeclared(address) : reached(address, isDeclared)
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
