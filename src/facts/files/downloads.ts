import type { Address } from '../../core/address.ts'
import type { ObservationId } from '../../core/ids.ts'
import type { Landing } from '../facts.ts'
import { linksToFollow } from '../followed-links.ts'
import type { Link, Page } from '../page.ts'
import { type FilePromise, promiseOf } from './promise.ts'

/** A form or an attachment that a column offers. */
export interface DownloadLink {
  readonly text: string
  readonly address: Address
  readonly promise: FilePromise
  /** Whether the column's own page offers it, not the page of one of its entries. */
  readonly listed: boolean
  /** The observation of the page that offers it. */
  readonly on: ObservationId
}

const MOST_ENTRY_PAGES = 10

function offered(page: Page, on: ObservationId, listed: boolean): readonly DownloadLink[] {
  return page.links.flatMap((link: Link): readonly DownloadLink[] => {
    if (!link.target.ok || link.aside) return []
    const { address } = link.target
    const promise = promiseOf(address, link.text)
    return promise === null ? [] : [{ text: link.text, address, promise, listed, on }]
  })
}

/**
 * The files that a column offers: on its own page, then on the pages of its first entries; each once. Links of menus,
 * headers and footers are the site's, not the column's.
 */
export function downloadsOf(
  landing: Landing,
  landingOf: (address: Address) => Landing,
): readonly DownloadLink[] {
  if (landing.kind === 'unread') return []
  const own = offered(landing.page, landing.observation.id, true)
  const entries = linksToFollow(landing.page).filter(({ address, text }) => promiseOf(address, text) === null)
  const further = entries.slice(0, MOST_ENTRY_PAGES).flatMap(({ address }) => {
    const entry = landingOf(address)
    return entry.kind === 'page' ? offered(entry.page, entry.observation.id, false) : []
  })
  const once = new Map<Address, DownloadLink>()
  for (const one of [...own, ...further]) if (!once.has(one.address)) once.set(one.address, one)
  return [...once.values()]
}
