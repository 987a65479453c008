import { type Day, dayFrom, subtractPeriod } from './day.ts'
import type { Bilingual } from './message.ts'

declare const periodBrand: unique symbol

/** What one circular is about: a month, `2026-11`, or a quarter, `2026-Q4`. */
export type CircularPeriod = string & { readonly [periodBrand]: true }

const MONTH = /^(\d{4})-(0[1-9]|1[0-2])$/
const QUARTER = /^(\d{4})-Q([1-4])$/
const QUARTERS = ['一', '二', '三', '四']

/** Reads `YYYY-MM` or `YYYY-Qn`; null for any other text. */
export const parseCircularPeriod = (text: string): CircularPeriod | null =>
  MONTH.test(text) || QUARTER.test(text) ? (text as CircularPeriod) : null

/** Year, and its first and last month. */
function monthsIn(period: CircularPeriod): readonly [year: number, first: number, last: number] {
  const month = MONTH.exec(period)
  if (month !== null) return [Number(month[1]), Number(month[2]), Number(month[2])]
  const quarter = QUARTER.exec(period)
  if (quarter === null) throw new RangeError(`${period} is no period.`)
  return [Number(quarter[1]), Number(quarter[2]) * 3 - 2, Number(quarter[2]) * 3]
}

function firstOf(year: number, month: number): Day {
  const day = month > 12 ? dayFrom(year + 1, 1, 1) : dayFrom(year, month, 1)
  if (day === null) throw new RangeError(`No month ${year}-${month}.`)
  return day
}

/** The period's first and last day, both of it. */
export function daysOfPeriod(period: CircularPeriod): { readonly from: Day; readonly to: Day } {
  const [year, first, last] = monthsIn(period)
  return { from: firstOf(year, first), to: subtractPeriod(firstOf(year, last + 1), 'P1D') }
}

/** The period as documents name it: `2026年11月`, `2026年第四季度`. */
export function periodName(period: CircularPeriod): Bilingual {
  const [year, first, last] = monthsIn(period)
  return first === last
    ? { zh: `${year}年${first}月`, en: `${year}-${String(first).padStart(2, '0')}` }
    : { zh: `${year}年第${QUARTERS[last / 3 - 1]}季度`, en: `quarter ${last / 3} of ${year}` }
}

/** Earlier periods first, by their last day; a month comes before the quarter that it ends. */
export function byPeriod(a: CircularPeriod, b: CircularPeriod): number {
  const [left, right] = [daysOfPeriod(a), daysOfPeriod(b)]
  if (left.to !== right.to) return left.to < right.to ? -1 : 1
  return left.from === right.from ? 0 : left.from > right.from ? -1 : 1
}
