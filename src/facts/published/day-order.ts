import type { DayOrder } from '../dates/scan.ts'

/** The order of day and month that a page's language asks for: only American English puts the month first. */
export const dayOrderOf = (lang: string): DayOrder =>
  lang === 'en' || lang === 'en-us' ? 'month-first' : 'day-first'
