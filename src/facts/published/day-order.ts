import type { DayOrder } from '../dates/scan.ts'
import type { Outline } from '../outline.ts'

/** The order of day and month that a page's language asks for: only American English puts the month first. */
export function dayOrderOf({ elements }: Outline): DayOrder {
  const lang = elements.find((one) => one.name === 'html')?.attributes.lang?.toLowerCase() ?? ''
  return lang === 'en' || lang === 'en-us' ? 'month-first' : 'day-first'
}
