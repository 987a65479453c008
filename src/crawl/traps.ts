import type { Address } from '../core/address.ts'
import { numberList } from '../core/number-list.ts'
import type { AddressBook } from './address-book.ts'
import type { CutReason } from './cut-short.ts'
import { type FacetWatch, facetWatch } from './facets.ts'
import { sameContent } from './same-content.ts'
import { trapSign, yearIn } from './trap-signs.ts'

/** Links from the start. */
const DEEPEST = 20_000
/**
 * Pages of one kind in a row that bring nothing but the next of their kind; fewer where that is a number in a query, which
 * scripts count on for ever, and fewer still where their addresses are dates or a page only sends its reader on.
 */
const LONGEST_CHAIN = 10_000
const LONGEST_CHAIN_OF_QUERIES = 2_500
const LONGEST_DATED_CHAIN = 120
const LONGEST_CHAIN_OF_JUMPS = 120
const STEP_OF_JUMP = Math.ceil(LONGEST_CHAIN / LONGEST_CHAIN_OF_JUMPS)
/** A calendar is one that takes so many links to get there, and years in which nothing is published. */
const DEEP_FOR_A_DATE = 20
const FIRST_YEAR = 1980
const YEARS_AHEAD = 3

/** A page whose links may be followed. */
export interface PageInDoubt {
  readonly number: number
  readonly address: Address
  /** Links from the start. */
  readonly depth: number
  /** What the page shares with others of the same content; null where it was not read anew. */
  readonly mark: number | null
}

/**
 * Watches for sites without end. In doubt an address is asked all the same and only what it links to is left out, so
 * that no dead link is missed that somebody wrote by hand.
 */
export interface Traps {
  /** Whether an address is not worth asking. */
  isPointless: FacetWatch['isPointless']
  /** Why the links of a page are not followed; null where they are. */
  trapAt(page: PageInDoubt): CutReason | null
  /** What following a page brought: numbers that were found there first, all of them where it sends its reader or not. */
  brought(page: Pick<PageInDoubt, 'number' | 'address'>, found: readonly number[], isJump: boolean): void
}

/** A watch over a crawl that begins in this year. */
export function traps(book: AddressBook, thisYear: number): Traps {
  const facets = facetWatch()
  const alike = sameContent()
  /** How many pages of one kind in a row led here without bringing anything else. */
  const chains = numberList(Uint16Array)

  return {
    isPointless: facets.isPointless,
    trapAt: ({ number, address, depth, mark }) => {
      const isOneTooMany = mark !== null && alike.isOneTooMany(mark, address)
      if (depth > DEEPEST) return 'depth'
      const sign = trapSign(address)
      if (sign !== null) return sign
      if (isOneTooMany) return 'same-content'
      const chain = chains.get(number)
      if (chain < LONGEST_DATED_CHAIN && depth < DEEP_FOR_A_DATE) return null
      const year = yearIn(address)
      const isFar = year !== null && (year < FIRST_YEAR || year > thisYear + YEARS_AHEAD)
      if (isFar && depth >= DEEP_FOR_A_DATE) return 'far-date'
      const undated = address.includes('?') ? LONGEST_CHAIN_OF_QUERIES : LONGEST_CHAIN
      return chain >= (year === null ? undated : LONGEST_DATED_CHAIN) ? 'endless-chain' : null
    },
    brought: ({ number, address }, found, isJump) => {
      const shape = book.shape(number)
      const isBarren = found.every((one) => book.shape(one) === shape)
      if (isBarren && found.length > 0) {
        const chain = Math.min(chains.get(number) + (isJump ? STEP_OF_JUMP : 1), LONGEST_CHAIN)
        for (const one of found) chains.set(one, chain)
      }
      facets.saw(address)
    },
  }
}
