import type { Address } from '../core/address.ts'
import type { Day } from '../core/day.ts'
import type { Observation } from '../core/observation.ts'
import { isOpen, type Reachability } from '../facts/reachability.ts'
import type { Subject } from '../plan/subject.ts'
import type { Notice } from '../registry/notice.ts'
import { type AddressFacts, addressFacts, type Certainty } from './address-facts.ts'
import type { Evidence } from './evidence.ts'
import { excuseFor } from './excuse.ts'

/** An address whose fault counts only once it was seen again, or did. */
export interface Suspect {
  readonly address: Address
  readonly visit: Observation
  readonly reachability: Reachability
  /** Whether one more answer may still decide something. */
  readonly isOpen: boolean
}

/** Days for which every unit that an address is judged for has given notice. */
export function declaredDays(
  subjects: readonly Subject[],
  notices: readonly Notice[],
): (address: Address, day: Day) => boolean {
  const byAddress = new Map<Address, Subject[]>()
  for (const subject of subjects) {
    const { address } = subject.ref
    if (address !== null) byAddress.set(address, [...(byAddress.get(address) ?? []), subject])
  }
  return (address, day) => {
    const judged = byAddress.get(address) ?? []
    return judged.length > 0 && judged.every((subject) => excuseFor(subject, notices, day) !== null)
  }
}

/** Registered addresses are held to account for what persists; of discovered ones only the dead count. */
const mayCount = ({ origin }: Observation, { ladder }: Reachability): boolean =>
  ladder !== undefined && (origin === 'registered' || ladder.kind === 'gone')

function isTold(visit: Observation, reachability: Reachability): boolean {
  if (!mayCount(visit, reachability)) return false
  const wasAskedAgain = reachability.ladder?.rungs.some(
    ({ observation }) => observation.purpose === 'confirmation',
  )
  return isOpen(reachability) || wasAskedAgain === true || reachability.state === 'failing'
}

/** The suspects of a run, those that were confirmed or cleared later among them, in the order of their addresses. */
export function suspectsOf(
  evidence: Evidence,
  controlToken: string,
  certainty: Certainty,
  isDeclared: (address: Address, day: Day) => boolean,
): readonly Suspect[] {
  const addresses: AddressFacts = addressFacts(evidence, controlToken, certainty)
  return evidence
    .all('visit')
    .flatMap((visit): readonly Suspect[] => {
      const { address } = visit
      const reachability = addresses.reachability(address, (day) => isDeclared(address, day))
      return isTold(visit, reachability)
        ? [{ address, visit, reachability, isOpen: isOpen(reachability) }]
        : []
    })
    .sort((a, b) => (a.address < b.address ? -1 : 1))
}
