import type { AddressBook } from './address-book.ts'
import { type Frontier, frontier } from './frontier.ts'
import { numberList } from './number-list.ts'
import type { Scope } from './scope.ts'

/** What has been found so far, and what is still to be asked. */
export interface CrawlState {
  readonly frontier: Frontier
  /** Addresses found so far, whether asked or not. */
  readonly known: number
  /** Whether a budget left out what was found. */
  readonly isCutShort: boolean
  /** Puts an address on the list, unless it stands there already or the scope leaves it out. Links from the start: `depth`. */
  discover(number: number, depth: number): void
  /** Links between the start and an address, the fewest that are known. */
  depth(number: number): number
  /** Whether the links of a page at this address are followed. */
  mayFollow(number: number): boolean
  /** Goes on to what is one link further away; false when there is nothing. */
  nextLevel(): boolean
}

/**
 * The state of a crawl that begins. With a limit of depth one level is asked after the other, so that the shortest way
 * to each page is the one that counts; without one there is no need to wait.
 */
export function crawlState(book: AddressBook, scope: Scope, perHost: number): CrawlState {
  const depths = numberList(Uint16Array)
  const mostPages = scope.pages ?? Number.POSITIVE_INFINITY
  const mostDepth = scope.depth ?? Number.POSITIVE_INFINITY
  const isByLevels = scope.depth !== null
  const waiting = frontier(perHost)
  let nextLevel: number[] = []
  let [known, pages] = [0, 0]
  let isCutShort = false
  const add = (number: number): void => waiting.add(number, book.host(number))
  return {
    frontier: waiting,
    get known() {
      return known
    },
    get isCutShort() {
      return isCutShort
    },
    discover: (number, depth) => {
      if (depths.get(number) !== 0) return
      const standing = book.standing(number)
      if (standing === 'malformed' || standing === 'ignored') return
      if (standing === 'inside') {
        if (pages >= mostPages) {
          isCutShort = true
          return
        }
        pages += 1
      }
      depths.set(number, Math.min(depth, 0xfffe) + 1)
      known += 1
      if (isByLevels && depth > 0) nextLevel.push(number)
      else add(number)
    },
    depth: (number) => depths.get(number) - 1,
    mayFollow: (number) => book.standing(number) === 'inside' && depths.get(number) - 1 < mostDepth,
    nextLevel: () => {
      const level = nextLevel
      nextLevel = []
      for (const number of level) add(number)
      return level.length > 0
    },
  }
}
