import type { Address } from '../core/address.ts'
import type { UnitId } from '../core/ids.ts'
import type { Registration } from '../facts/registration.ts'
import { isSamePlace } from '../facts/same-place.ts'
import type { Subject } from '../plan/subject.ts'

type ColumnSubject = Extract<Subject, { readonly kind: 'column' }>

/** Parameters name a page of their own: only an address without any is a front page. */
const isFrontPage = (address: Address, front: Address | null): boolean =>
  front !== null && new URL(address).search === '' && isSamePlace(front, address)

/** Says how each column's address stands in the registry, among the columns of its unit. */
export function registrations(
  subjects: readonly Subject[],
): (subject: Subject, address: Address) => Registration {
  const byUnit = new Map<UnitId, ColumnSubject[]>()
  for (const subject of subjects) {
    if (subject.kind !== 'column') continue
    const { id } = subject.duty.unit
    byUnit.set(id, [...(byUnit.get(id) ?? []), subject])
  }
  return (subject, address) => {
    const { unit } = subject.duty
    const isOnPortal = subject.kind === 'column' && subject.column.portalAddress === address
    const front = isOnPortal ? (new URL('/', address).href as Address) : unit.site
    const same = (byUnit.get(unit.id) ?? []).filter((one) => one.address === address)
    return {
      isFrontPage: isFrontPage(address, front),
      duties: same.map(({ duty: { item } }) => ({ item: item.id, title: item.title })),
    }
  }
}
