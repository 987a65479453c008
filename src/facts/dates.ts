import type { Day } from '../core/day.ts'
import { type FoundDate, scanDates } from './dates/scan.ts'

export { halfWidth } from './dates/half-width.ts'
export type { FoundDate } from './dates/scan.ts'

/** What stands before a date that is no publication date: deadlines, clocks, copyright, documents' own dates. */
const REJECTED_BEFORE =
  /(?:截止|截至|至|到|有效期|失效|报名|期限|实施|施行|生效|今天是|现在是|当前时间|今日|访问|版权|copyright|©|起始|开始|结束|成立于|始建|出生|更新于模板|最后更新|页面生成|系统时间|生成时间)[\s:：(（为是自从]*$/i

const isRejected = (text: string, at: number, end: number): boolean =>
  REJECTED_BEFORE.test(text.slice(Math.max(0, at - 14), at)) ||
  /^\s*(?:星期|农历|起至|至|前(?!置)|以前|之前|截止)/.test(text.slice(end, end + 6))

/**
 * Every day of a text that may be one of publication, in the order of the text. A date without a year gets the newest
 * year that keeps it in the past of `today`. Deadlines, clocks and copyright years are left out (domain.md §4).
 */
export const datesIn = (text: string, today: Day): readonly FoundDate[] =>
  scanDates(text, { today }).filter(
    (one) => one.precision === 'day' && !isRejected(text, one.at, one.at + one.words.length),
  )

/** Pages older than this are none of the web's. */
const YEARS = 40

/** Whether a day may be one of publication, seen from a day: not in its future, and not older than 40 years. */
export const isPlausible = (day: Day, today: Day): boolean =>
  day <= today && day > `${Number(today.slice(0, 4)) - YEARS}${today.slice(4)}`
