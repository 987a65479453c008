import type { Address } from '../core/address.ts'
import { similarityOf } from '../facts/likeness.ts'
import { gives, likelyLinks, type PortalLinks } from '../facts/portal-links.ts'
import { leadsToSamePlace } from '../facts/same-place.ts'
import type { Subject } from '../plan/subject.ts'
import type { Moves } from '../registry/moves.ts'
import type { AddressFacts } from './address-facts.ts'

/** From this share of common text on, two addresses show one page. */
const SAME = 0.9

interface Linked {
  readonly portal: Address
  readonly own: Address
  readonly names: readonly string[]
}

/** A column that the portal links to, with both its addresses; null for every other subject. */
function linkedColumn(subject: Subject): Linked | null {
  if (subject.kind !== 'column' || subject.column.maintenance !== 'linked') return null
  const { portalAddress, unitAddress, name } = subject.column
  if (portalAddress === null || unitAddress === null || portalAddress === unitAddress) return null
  return { portal: portalAddress, own: unitAddress, names: [name, subject.duty.item.title] }
}

/** Every address on the way from an address to its page. */
const placesOf = (address: Address, addresses: AddressFacts): readonly Address[] => {
  const landing = addresses.landing(address)
  const end = landing.kind === 'page' ? [landing.page.address] : []
  return [address, ...addresses.route(address).map(({ to }) => to), ...end]
}

const meet = (one: readonly Address[], other: readonly Address[]): boolean =>
  one.some((a) => other.some((b) => leadsToSamePlace(a, b)))

/** Links of the portal's page that must be followed before it can be said whether they lead to the column. */
export function portalQuestions(subject: Subject, addresses: AddressFacts): readonly Address[] {
  const linked = linkedColumn(subject)
  if (linked === null) return []
  const landing = addresses.landing(linked.portal)
  if (landing.kind === 'unread' || gives(landing.page, linked.own)) return []
  return likelyLinks(landing.page, linked.own, linked.names).map(({ address }) => address)
}

/**
 * What the portal's page of a linked column leads to; null for every other subject. Where the column has moved, a link to
 * where it was before will do, as long as the notice lasts.
 */
export function portalLinks(
  subject: Subject,
  addresses: AddressFacts,
  formerly: Moves['from'],
): PortalLinks | null {
  const linked = linkedColumn(subject)
  if (linked === null) return null
  const landing = addresses.landing(linked.portal)
  const own = [...placesOf(linked.own, addresses), ...formerly(subject.duty.unit.id, linked.own)]
  const [, ...led] = placesOf(linked.portal, addresses)
  const isLed = meet(own, led)
  if (landing.kind === 'unread') return { landing, isListed: isLed, others: [] }
  const { page } = landing
  if (isLed || own.some((place) => gives(page, place))) return { landing, isListed: true, others: [] }
  const ownLanding = addresses.landing(linked.own)
  const leadsThere = (address: Address): boolean => {
    if (meet(own, placesOf(address, addresses))) return true
    const there = addresses.landing(address)
    if (there.kind === 'unread' || ownLanding.kind === 'unread') return false
    return similarityOf(there.page, ownLanding.page) >= SAME
  }
  const likely = likelyLinks(page, linked.own, linked.names)
  if (likely.some(({ address }) => leadsThere(address))) return { landing, isListed: true, others: [] }
  const others = likely.map((link) => {
    const there = addresses.landing(link.address)
    const isGone = addresses.reachability(link.address).state === 'dead'
    return { ...link, final: there.kind === 'page' ? there.page.address : isGone ? link.address : null }
  })
  return { landing, isListed: false, others }
}
