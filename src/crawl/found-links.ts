import type { Address } from '../core/address.ts'
import { areRanges, type NumberRanges } from './number-ranges.ts'

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

/** More links than that to addresses which a report tells of, ranges of numbers, or starts are not worth keeping. */
const MOST = 200_000

/** What is handed on, as JSON; null where there is too much of it. */
export function handedOnText(handedOn: HandedOn): string | null {
  const places = handedOn.told.reduce((sum, one) => sum + one.places.length, 0)
  const most = Math.max(places, handedOn.asked.length, handedOn.starts.length)
  return most > MOST ? null : JSON.stringify(handedOn)
}

const isCount = (value: unknown): boolean => Number.isSafeInteger(value) && Number(value) >= 0

const isFound = (value: unknown): boolean => {
  if (typeof value !== 'object' || value === null) return false
  const { number, isGuessed, places } = value as Partial<Record<keyof FoundNumber, unknown>>
  const isPlace = (place: unknown): boolean =>
    Array.isArray(place) && place.length === 3 && place.every(isCount)
  return isCount(number) && typeof isGuessed === 'boolean' && Array.isArray(places) && places.every(isPlace)
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

/** What {@link handedOnText} has written; null for anything else: a crawl can do without. */
export function handedOnFrom(text: string): HandedOn | null {
  const value = parsed(text)
  if (typeof value !== 'object' || value === null) return null
  const { pages, links, unasked, asked, told, starts } = value as Partial<Record<keyof HandedOn, unknown>>
  const isWhole =
    [pages, links, unasked].every(isCount) &&
    areRanges(asked) &&
    Array.isArray(told) &&
    told.every(isFound) &&
    Array.isArray(starts) &&
    starts.every((one) => typeof one === 'string')
  return isWhole ? (value as HandedOn) : null
}
