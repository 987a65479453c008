import type { Address } from '../core/address.ts'
import type { NumberRanges } from './number-ranges.ts'

/** A link to a number: the number of its page, its line and its kind. */
export type Place = readonly [page: number, line: number, kind: number]

/** A number that a report tells of. */
export interface FoundNumber {
  readonly number: number
  /** Whether every link to it is only guessed. */
  readonly isGuessed: boolean
  readonly places: readonly Place[]
}

/**
 * What a crawl found in the links of its pages. While no page has other links, it holds for later crawls of the same scope
 * too, and they need not go through the links again.
 */
export interface FoundLinks {
  /** Pages whose links were read, and the links that they hold. */
  readonly pages: number
  readonly links: number
  /** Numbers of the addresses that were asked for. */
  readonly asked: NumberRanges
  /** Addresses that are linked and were not asked for. */
  readonly unasked: number
  readonly told: readonly FoundNumber[]
}

/** What a crawl hands on to the next one of its site. */
export interface HandedOn extends FoundLinks {
  /** The addresses where it began, in order, without tokens. */
  readonly starts: readonly Address[]
}

/** More links than that to addresses which a report tells of are looked for again; more ranges of numbers, read again. */
const MOST_PLACES = 200_000

/** What is handed on, as JSON; null where there is too much of it. */
export function handedOnText(handedOn: HandedOn): string | null {
  const places = handedOn.told.reduce((sum, one) => sum + one.places.length, 0)
  return Math.max(places, handedOn.asked.length) > MOST_PLACES ? null : JSON.stringify(handedOn)
}

/** What {@link handedOnText} has written. */
export const handedOnFrom = (text: string): HandedOn => JSON.parse(text) as HandedOn
