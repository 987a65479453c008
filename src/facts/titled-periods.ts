import type { Day } from '../core/day.ts'
import { monthsOf } from '../core/report-period.ts'
import { halfWidth } from './dates.ts'

/** The time that a report's title says it covers. */
export interface TitledPeriod {
  readonly from: Day
  readonly to: Day
}

const YEAR = '(?:((?:19|20)\\d\\d)年(?:度)?的?)?'
const QUARTER = new RegExp(
  `${YEAR}\\s*(?:(前[二三23四4]|[一1](?:季度)?[-至到][二三四2-4])|第?([一二三四1-4]))(?:个)?季度`,
  'g',
)
const HALF = new RegExp(`${YEAR}\\s*(上|下)半年`, 'g')
const UP_TO = new RegExp(`${YEAR}\\s*前(\\d{1,2})个月`, 'g')
const AS_OF = new RegExp(`截[至止]到?${YEAR}(\\d{1,2})月(?:底|末|(?:2[89]|3[01])日)`, 'g')
const MONTHS = new RegExp(
  `${YEAR}\\s*(\\d{1,2})(?:月份?)?[-至到、](?:\\d{1,2}、)*(\\d{1,2})月(?!\\d{1,2}日)`,
  'g',
)
const MONTH = new RegExp(`${YEAR}\\s*(\\d{1,2})月(?:份)?(?!\\d{1,2}日)`, 'g')
/** A year, but not that of a quarter whose number cannot be read: 2026年第?季度. */
const WHOLE_YEAR = /((?:19|20)\d\d)年(?!度?的?第[^年]{1,4}季度?)(?:度)?/g

const NUMBERS = '一二三四'
const numberOf = (word: string): number => (/\d/.test(word) ? Number(word) : NUMBERS.indexOf(word) + 1)

const SIGNS = '〇一二三四五六七八九十'
const numeralOf = (word: string): number =>
  word.length === 1 ? SIGNS.indexOf(word) : 10 + SIGNS.indexOf(word.slice(1))
const MONTH_WORD = '(?:十[一二]?|[一二三四五六七八九])'
const MONTH_WORDS = new RegExp(`${MONTH_WORD}(?=(?:[-至到]${MONTH_WORD})?个?月)`, 'g')

/** A title with its numbers, dashes and quarters in one manner: 二〇二六年九月, 2026 年 1～9 月, Q3, Ⅲ季度. */
const evened = (title: string): string =>
  halfWidth(title)
    .replace(/[~～∼–—―－-]+/g, '-')
    .replace(/\s+(?=[年月季至到-])|(?<=[年月至到前-])\s+(?=\d)/g, '')
    .replace(/[〇○零0-9一二三四五六七八九]{4}(?=年)/g, (year) =>
      [...year.replace(/[○零]/g, '〇')].map((sign) => (/\d/.test(sign) ? sign : numeralOf(sign))).join(''),
    )
    .replace(MONTH_WORDS, (word) => String(numeralOf(word)))
    .replace(/[壹贰叁肆](?=季)/g, (sign) => String('壹贰叁肆'.indexOf(sign) + 1))
    .replace(/[ⅠⅡⅢⅣ](?=季)/g, (sign) => String('ⅠⅡⅢⅣ'.indexOf(sign) + 1))
    .replace(/q([1-4])(?!\d)/gi, '$1季度')

/** First and last month, 1–12, of what a match names. */
type Months = (match: RegExpMatchArray) => readonly [number, number]

const FORMS: readonly (readonly [RegExp, Months])[] = [
  [
    QUARTER,
    ([, , upTo, quarter]) =>
      upTo === undefined
        ? [numberOf(quarter ?? '') * 3 - 2, numberOf(quarter ?? '') * 3]
        : [1, numberOf(upTo.slice(-1)) * 3],
  ],
  [UP_TO, ([, , last]) => [1, Number(last)]],
  [AS_OF, ([, , last]) => [1, Number(last)]],
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
 * The times that a title names: 2026年3月, 1-9月, 前九个月, 一季度, Q3, 前三季度, 上半年, 2025年度, 截至9月底. Without a year it is the newest time
 * that was over when the entry was published; without that day either it is left out.
 */
export function titledPeriods(title: string, published: Day | null): readonly TitledPeriod[] {
  const plain = evened(title)
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
