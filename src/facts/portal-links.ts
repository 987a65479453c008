import { type Address, hostNameOf } from '../core/address.ts'
import type { Landing } from './facts.ts'
import { isRobotShy } from './followed-links.ts'
import type { Page } from './page.ts'
import { isPrivateHost } from './private-host.ts'
import { leadsToSamePlace, siteOf } from './same-place.ts'

/** A link of a portal page that may be meant for a column of a unit. */
export interface LikelyLink {
  readonly text: string
  readonly address: Address
  /** Whether its words are the column's or the item's name. */
  readonly isNamed: boolean
}

/** What the portal's page of a linked column says about the registered address. */
export interface PortalLinks {
  readonly landing: Landing
  /** Whether a link, a redirect, a frame or a script of the page leads to the registered address. */
  readonly isListed: boolean
  /** Links that lead elsewhere and may be meant for the column; `final` null = where it leads is not known. */
  readonly others: readonly (LikelyLink & { readonly final: Address | null })[]
}

const MOST = 20

const plain = (words: string): string =>
  words.replace(/[^\p{L}\p{N}]/gu, '').replace(/(?:链接|专栏|栏目)+$/u, '')

/** Whether a page itself gives an address, in a link or otherwise; parameters that the portal adds do not matter. */
export const gives = (page: Page, address: Address): boolean =>
  page.mentions.some((one) => leadsToSamePlace(address, one)) ||
  page.links.some(({ href, target }) => {
    const isInQuery = href.includes(encodeURIComponent(address)) || href.slice(1).includes(address)
    return target.ok && (isInQuery || leadsToSamePlace(address, target.address))
  })

/** Links that may be meant for a column: named like it, or to the site of its address; the named ones first. */
export function likelyLinks(
  page: Page,
  registered: Address,
  names: readonly string[],
): readonly LikelyLink[] {
  const wanted = names.map(plain).filter((name) => name.length > 1)
  const once = new Map<Address, LikelyLink>()
  for (const { text, target } of page.links) {
    if (!target.ok || once.has(target.address) || target.address === page.address) continue
    const { address } = target
    const isNamed = wanted.some((name) => plain(text).includes(name))
    const isOfSite = siteOf(address) === siteOf(registered)
    if (isRobotShy(address) || isPrivateHost(hostNameOf(address)) || !(isNamed || isOfSite)) continue
    once.set(address, { text, address, isNamed })
  }
  const links = [...once.values()]
  return [...links.filter(({ isNamed }) => isNamed), ...links.filter(({ isNamed }) => !isNamed)].slice(
    0,
    MOST,
  )
}
