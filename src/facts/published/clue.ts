import type { Day } from '../../core/day.ts'
import type { FoundDate } from '../dates/scan.ts'
import type { DatePrecision, DateRejection, DateSource } from '../page-date.ts'

/** What a date of a page is the date of. */
export type Role = 'published' | 'modified' | 'written' | 'rebuilt'

/** One date of a page, and how much it weighs before others are looked at. */
export interface Clue {
  readonly role: Role
  readonly day: Day
  readonly precision: DatePrecision
  /** The other reading of 03/04/2026, if there is one. */
  readonly otherwise: Day | null
  readonly source: DateSource
  /** How sure it is by itself, 0–1. */
  readonly weight: number
  readonly quote: string
  /** Where in the visible text it stands; null for what a reader does not see. */
  readonly at: number | null
  /** Why it can not be taken whatever else there is. */
  readonly rejected?: DateRejection
}

/** A date as found, with what makes it a clue. */
export const asClue = (
  { day, precision, otherwise }: Pick<FoundDate, 'day' | 'precision' | 'otherwise'>,
  rest: Omit<Clue, 'day' | 'precision' | 'otherwise'>,
): Clue => ({ day, precision, otherwise, ...rest })
