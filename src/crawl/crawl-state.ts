import { numberList } from '../core/number-list.ts'
import type { AddressBook } from './address-book.ts'
import { type Frontier, frontier } from './frontier.ts'
import type { Scope } from './scope.ts'

/** What has been found so far, and what is still to be asked. */
export interface CrawlState {
  readonly frontier: Frontier
  /** Addresses found so far, whether asked or not. */
  readonly known: number
  /** Addresses that the budget of pages left out. */
  readonly leftOut: number
  /**
   * Puts an address on the list, unless it stands there already or the scope leaves it out; whether it is put there.
   * Links from the start: `depth`.
   */
  discover(number: number, depth: number): boolean
  /** Whether an address would be put on the list. */
  isNew(number: number): boolean
  /** Whether an address was put on the list. */
  isKnown(number: number): boolean
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
  const leftOut = new Set<number>()
  const add = (number: number): void => waiting.add(number, book.host(number))
  const isNew = (number: number): boolean => {
    if (depths.get(number) !== 0) return false
    const standing = book.standing(number)
    return standing === 'inside' || standing === 'outside'
  }
  return {
    frontier: waiting,
    get known() {
      return known
    },
    get leftOut() {
      return leftOut.size
    },
    isNew,
    isKnown: (number) => depths.get(number) !== 0,
    discover: (number, depth) => {
      if (!isNew(number)) return false
      if (book.standing(number) === 'inside') {
        if (pages >= mostPages) {
          leftOut.add(number)
          return false
        }
        pages += 1
      }
      depths.set(number, Math.min(depth, 0xfffe) + 1)
      known += 1
      if (isByLevels && depth > 0) nextLevel.push(number)
      else add(number)
      return true
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
