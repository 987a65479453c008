import type { Day } from '../core/day.ts'
import { monthsOf } from '../core/report-period.ts'
import { halfWidth } from './dates.ts'

/** The time that a report's title says it covers. */
export interface TitledPeriod {
  readonly from: Day
  readonly to: Day
}

const YEAR = '(?:((?:19|20)\\d\\d)年(?:度)?的?)?'
const QUARTER = new RegExp(`${YEAR}\\s*(?:第?([一二三四1-4])|(前[二三]))季度`, 'g')
const HALF = new RegExp(`${YEAR}\\s*(上|下)半年`, 'g')
const MONTHS = new RegExp(`${YEAR}\\s*(\\d{1,2})(?:月份?)?\\s*[-~至到]\\s*(\\d{1,2})月(?!\\d{1,2}日)`, 'g')
const MONTH = new RegExp(`${YEAR}\\s*(\\d{1,2})月(?:份)?(?!\\d{1,2}日)`, 'g')
const WHOLE_YEAR = /((?:19|20)\d\d)年(?:度)?/g

const NUMBERS = '一二三四'
const numberOf = (word: string): number => (/\d/.test(word) ? Number(word) : NUMBERS.indexOf(word) + 1)

/** First and last month, 1–12, of what a match names. */
type Months = (match: RegExpMatchArray) => readonly [number, number]

const FORMS: readonly (readonly [RegExp, Months])[] = [
  [
    QUARTER,
    ([, , quarter, upTo]) =>
      upTo === undefined
        ? [numberOf(quarter ?? '') * 3 - 2, numberOf(quarter ?? '') * 3]
        : [1, numberOf(upTo.slice(1)) * 3],
  ],
  [HALF, ([, , half]) => (half === '上' ? [1, 6] : [7, 12])],
  [MONTHS, ([, , first, last]) => [Number(first), Number(last)]],
  [MONTH, ([, , month]) => [Number(month), Number(month)]],
]

/** The newest year in which these months were over on `day`. */
function pastYear(last: number, day: Day): number {
  const year = Number(day.slice(0, 4))
  const span = monthsOf(year, last, last)
  return span !== null && span.to <= day ? year : year - 1
}

/**
 * The times that a title names: 2026年3月, 1-9月, 一季度, 前三季度, 上半年, 2025年度. Without a year it is the newest time
 * that was over when the entry was published; without that day either it is left out.
 */
export function titledPeriods(title: string, published: Day | null): readonly TitledPeriod[] {
  const plain = halfWidth(title)
  const taken: (readonly [number, number])[] = []
  const found: TitledPeriod[] = []
  for (const [pattern, monthsIn] of FORMS) {
    for (const match of plain.matchAll(pattern)) {
      const [from, to] = [match.index, match.index + match[0].length]
      if (taken.some(([start, end]) => from < end && start < to)) continue
      taken.push([from, to])
      const [first, last] = monthsIn(match)
      const year = match[1] === undefined ? published && pastYear(last, published) : Number(match[1])
      const span = year === null ? null : monthsOf(year, first, last)
      if (span !== null) found.push(span)
    }
  }
  for (const match of plain.matchAll(WHOLE_YEAR)) {
    if (taken.some(([start, end]) => match.index < end && start < match.index + match[0].length)) continue
    const span = monthsOf(Number(match[1]), 1, 12)
    if (span !== null) found.push(span)
  }
  return found
}
