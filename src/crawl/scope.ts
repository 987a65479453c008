import { type Address, hostNameOf, originOf, pathStart } from '../core/address.ts'

/** What a crawl does with an address: follow its links, only ask for it, or leave it alone. */
export type Place = 'inside' | 'outside' | 'ignored'

/** How far a crawl goes. */
export interface Scope {
  /** Host names that are followed; `*.` in front takes in every host below. */
  readonly hosts: readonly string[]
  /** Paths that are followed, by their beginning; none = all of them. */
  readonly prefixes: readonly string[]
  /** Links from the start at most; null = no limit. */
  readonly depth: number | null
  /** Pages asked for at most; null = no limit. */
  readonly pages: number | null
  /** Milliseconds after which nothing new is begun; null = no limit. */
  readonly time: number | null
  /** Whether addresses that are not followed are asked for. */
  readonly external: boolean
  /** Whether the places that fragments mean are checked. */
  readonly fragments: boolean
}

const fits = (host: string, pattern: string): boolean =>
  pattern.startsWith('*.') ? host.endsWith(pattern.slice(1)) : host === pattern

/** Says what a crawl of this scope does with an address. */
export function placeIn(scope: Scope): (address: Address) => Place {
  const known = new Map<string, boolean>()
  const isOfHosts = (address: Address): boolean => {
    const origin = originOf(address)
    const before = known.get(origin)
    if (before !== undefined) return before
    const host = hostNameOf(address)
    const found = scope.hosts.some((pattern) => fits(host, pattern))
    known.set(origin, found)
    return found
  }
  const isBelow = (path: string): boolean =>
    scope.prefixes.length === 0 || scope.prefixes.some((prefix) => path.startsWith(prefix))
  return (address) => {
    if (isOfHosts(address) && isBelow(address.slice(pathStart(address)))) return 'inside'
    return scope.external ? 'outside' : 'ignored'
  }
}

const inOrder = (list: readonly string[]): string => [...new Set(list)].sort().join(' ')

/**
 * Whether what a crawl of one scope has stored may stand for what another is to ask: the same addresses are followed, so
 * that of the same pages links and content were kept, and no fragments that the other leaves alone. Fragments that were not
 * kept are seen page by page.
 */
export const mayStandFor = (before: Scope, now: Scope): boolean =>
  inOrder(before.hosts) === inOrder(now.hosts) &&
  inOrder(before.prefixes) === inOrder(now.prefixes) &&
  (now.fragments || !before.fragments)
