import { type Address, hostNameOf } from '../../core/address.ts'
import { daysBetween } from '../../core/day.ts'
import type { Entry, Listing } from '../page.ts'

/** A title that a unit has published, and where. */
export interface PublishedTitle {
  readonly title: string
  readonly address: Address
}

const SHORTEST = 8
const LONGEST = 60
/** Days that an index may take to hold what is new. */
const SETTLED = 7
const CUT = /(?:…|\.{2,})\s*$/

function titlesIn(listing: Listing, host: string): readonly PublishedTitle[] {
  if (listing.kind !== 'entries' || listing.newest === null) return []
  const { newest } = listing
  const isSettled = ({ date }: Entry): boolean => date !== null && daysBetween(date, newest) >= SETTLED
  return listing.entries.filter(isSettled).flatMap(({ title, address }): readonly PublishedTitle[] => {
    const length = [...title.trim()].length
    if (
      address === null ||
      hostNameOf(address) !== host ||
      length < SHORTEST ||
      length > LONGEST ||
      CUT.test(title)
    )
      return []
    return [{ title: title.trim(), address }]
  })
}

/**
 * Titles to search for: of each list, in order, the first whole ones of pages on the searched host that are a week older
 * than its newest; different ones, at most `most`.
 */
export function titlesToSearch(
  listings: readonly Listing[],
  host: string,
  most = 2,
): readonly PublishedTitle[] {
  const once = new Map<string, PublishedTitle>()
  for (const one of listings.flatMap((listing) => titlesIn(listing, host)))
    if (!once.has(one.title)) once.set(one.title, one)
  return [...once.values()].slice(0, most)
}
