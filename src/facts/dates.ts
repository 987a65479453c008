import { type Day, dayFrom, daysBetween } from '../core/day.ts'

/** A date as a text shows it. */
export interface FoundDate {
  readonly day: Day
  readonly words: string
  readonly at: number
  /** Whether the year was left out and had to be worked out. */
  readonly yearless: boolean
}

/** Full-width digits and signs as plain ones, one character for one. */
export const halfWidth = (text: string): string =>
  text
    .replace(/[０-９：／－．]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
    .replace(/[—–]/g, '-')

const SPLIT_DAY_FIRST =
  /(?<![\d.\-/])(\d{1,2})日?\s+((?:19|20)\d\d)\s?[-./年]\s?(\d{1,2})月?(?![\d]|\s?[-./]\s?\d)/g
const SPLIT_DAY_LAST = /(?<!\d)((?:19|20)\d\d)\s?[-./年]\s?(\d{1,2})月?\s+(\d{1,2})(?![\d:.\-/年月])/g
const FULL =
  /(?<![\d.])((?:19|20)\d\d)\s?(?:[-./]\s?(\d{1,2})\s?[-./]\s?(\d{1,2})(?![\d])|年\s?(\d{1,2})\s?月\s?(\d{1,2})\s?日)/g
const SHORT_YEAR = /(?<![\d.\-/])(\d\d)-(\d\d)-(\d\d)(?![\d-])/g
const COMPACT = /(?<!\d)((?:19|20)\d\d)(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(?!\d)/g
const YEARLESS =
  /(?<![\d.\-/年:])(?:(\d{1,2})月(\d{1,2})日|(0?[1-9]|1[0-2])[-./](0[1-9]|[12]\d|3[01]))(?![\d.\-/:%])/g
const ENGLISH =
  /\b(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+((?:19|20)\d\d)\b/gi
const ENGLISH_DAY_FIRST =
  /\b(\d{1,2})\s+(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?,?\s+((?:19|20)\d\d)\b/gi

const MONTHS = 'janfebmaraprmayjunjulaugsepoctnovdec'
const monthOf = (name: string): number => MONTHS.indexOf(name.slice(0, 3).toLowerCase()) / 3 + 1

/** What stands before a date that is no publication date: deadlines, clocks, copyright, documents' own dates. */
const REJECTED_BEFORE =
  /(?:截止|截至|至|到|有效期|失效|报名|期限|实施|施行|生效|今天是|现在是|当前时间|今日|访问|版权|copyright|©|起始|开始|结束|成立于|始建|出生|更新于模板|最后更新|页面生成|系统时间|生成时间)[\s:：(（为是自从]*$/i

const isRejected = (text: string, at: number, end: number): boolean =>
  REJECTED_BEFORE.test(text.slice(Math.max(0, at - 14), at)) ||
  /^\s*(?:星期|农历|起至|至|前(?!置)|以前|之前|截止)/.test(text.slice(end, end + 6))

function recentYear(month: number, day: number, today: Day): Day | null {
  const year = Number(today.slice(0, 4))
  for (const candidate of [year, year - 1, year - 2, year - 3, year - 4]) {
    const found = dayFrom(candidate, month, day)
    if (found !== null && found <= today) return found
  }
  return null
}

/**
 * Every date of a text that may be one of publication, in the order of the text. A date without a year gets the newest
 * year that keeps it in the past of `today`. Deadlines, clocks and copyright years are left out (domain.md §4).
 */
export function datesIn(text: string, today: Day): readonly FoundDate[] {
  const plain = halfWidth(text)
  const found: FoundDate[] = []
  const taken = (at: number, end: number): boolean =>
    found.some((one) => at < one.at + one.words.length && one.at < end)
  const collect = (
    pattern: RegExp,
    read: (match: RegExpMatchArray) => Day | null,
    yearless = false,
  ): void => {
    for (const match of plain.matchAll(pattern)) {
      const end = match.index + match[0].length
      if (taken(match.index, end) || isRejected(plain, match.index, end)) continue
      const day = read(match)
      if (day !== null) found.push({ day, words: text.slice(match.index, end), at: match.index, yearless })
    }
  }
  collect(FULL, (m) => dayFrom(Number(m[1]), Number(m[2] ?? m[4]), Number(m[3] ?? m[5])))
  collect(SPLIT_DAY_FIRST, (m) => dayFrom(Number(m[2]), Number(m[3]), Number(m[1])))
  collect(SPLIT_DAY_LAST, (m) => dayFrom(Number(m[1]), Number(m[2]), Number(m[3])))
  collect(COMPACT, (m) => dayFrom(Number(m[1]), Number(m[2]), Number(m[3])))
  collect(ENGLISH, (m) => dayFrom(Number(m[3]), monthOf(m[1] ?? ''), Number(m[2])))
  collect(ENGLISH_DAY_FIRST, (m) => dayFrom(Number(m[3]), monthOf(m[2] ?? ''), Number(m[1])))
  collect(SHORT_YEAR, (m) => dayFrom(2000 + Number(m[1]), Number(m[2]), Number(m[3])))
  collect(YEARLESS, (m) => recentYear(Number(m[1] ?? m[3]), Number(m[2] ?? m[4]), today), true)
  return found.sort((a, b) => a.at - b.at)
}

/** Whether a day may be one of publication, seen from a day: not in its future, and not older than 40 years. */
export const isPlausible = (day: Day, today: Day): boolean =>
  day <= today && daysBetween(day, today) < 40 * 366
