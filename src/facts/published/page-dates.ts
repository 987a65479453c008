import type { Address } from '../../core/address.ts'
import type { Day } from '../../core/day.ts'
import type { ScanOptions } from '../dates/scan.ts'
import type { Outline } from '../outline.ts'
import type { PageDates } from '../page-date.ts'
import { addressDates } from './address-dates.ts'
import type { Clue } from './clue.ts'
import { dayOrderOf } from './day-order.ts'
import { markedDates, summaryDates } from './marked-dates.ts'
import { ownAddresses } from './own-addresses.ts'
import { scriptDates } from './script-dates.ts'
import { surveyOf } from './survey.ts'
import { textDates } from './text-dates.ts'
import { chosen } from './weigh.ts'

/** Every date of a page that may be weighed. */
export function cluesOf(outline: Outline, address: Address, today: Day): readonly Clue[] {
  const survey = surveyOf(outline)
  const options: ScanOptions = { today, order: dayOrderOf(survey.lang) }
  return [
    ...markedDates(survey, options),
    ...summaryDates(survey, options),
    ...scriptDates(outline.scripts, options),
    ...textDates(outline, survey, options),
    ...addressDates(ownAddresses(outline, survey, address)),
  ]
}

/** The dates of a page, seen from `today`: later ones never count. */
export const datesOfPage = (outline: Outline, address: Address, today: Day): PageDates =>
  chosen(cluesOf(outline, address, today), today)
