import { type Address, hostNameOf } from '../core/address.ts'
import { SYNTAX_ONLY_HOSTS, syntaxOnly } from '../core/syntax-only-hosts.ts'
import type { Page } from './page.ts'
import { isPrivateHost } from './private-host.ts'

/** A link of a column's first page that is worth following. */
export interface LinkToFollow {
  readonly text: string
  readonly address: Address
}

const isSyntaxOnly = syntaxOnly(SYNTAX_ONLY_HOSTS)
const LOGIN = /^(?:登录|登陆|注册|退出|login|register|sign\s?in)$/i

/** Whether a host is one of the standard footer links. */
export const isRobotShy = (address: Address): boolean => isSyntaxOnly(hostNameOf(address))

/** A host that only its own network can know, seen from a page that the public can: its link is malformed, not dead. */
function isInside(address: Address, page: Page): boolean {
  const isOwn = (host: string): boolean => !/[.:]/.test(host) || isPrivateHost(host)
  return isOwn(hostNameOf(address)) && !isOwn(hostNameOf(page.address))
}

/** So many entries of a column are followed at most. */
export const MOST_FOLLOWED = 30

/** The entries of the main list, each address once; a page without a list has none to follow. */
export function linksToFollow(page: Page, limit = MOST_FOLLOWED): readonly LinkToFollow[] {
  if (page.listing.kind !== 'entries') return []
  const once = new Map<Address, LinkToFollow>()
  for (const { title, address } of page.listing.entries) {
    if (address === null || once.has(address) || address === page.address) continue
    if (isInside(address, page) || isRobotShy(address) || LOGIN.test(title.trim())) continue
    once.set(address, { text: title, address })
  }
  return [...once.values()].slice(0, limit)
}
