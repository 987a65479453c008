import type { Address } from '../core/address.ts'
import type { Probe } from '../core/probe.ts'
import { SERVICE_ELEMENTS, STAGES } from '../core/service-parts.ts'
import type { Subject } from './subject.ts'

export { controlAddress } from '../core/control-address.ts'

const addressesOf = (subject: Subject): readonly (Address | null)[] => {
  if (subject.kind === 'column' || subject.kind === 'address') return [subject.address]
  if (subject.kind === 'duty') return []
  const { service } = subject
  return [
    service.page,
    ...STAGES.map((stage) => service.stages[stage]),
    ...SERVICE_ELEMENTS.map((element) => service.elements[element]),
  ]
}

/** The first questions: one per canonical address, however many duties share it, sorted by address. */
export function visitProbes(subjects: readonly Subject[]): readonly Probe[] {
  const addresses = new Set(subjects.flatMap(addressesOf).filter((address) => address !== null))
  return [...addresses].sort().map((address) => ({ purpose: 'visit', origin: 'registered', address }))
}
