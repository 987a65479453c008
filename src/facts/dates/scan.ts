import { type Day, dayFrom } from '../../core/day.ts'
import { beginsChineseDay, chineseDayAt } from './chinese-day.ts'
import { halfWidth } from './half-width.ts'
import { monthNamed } from './months.ts'

/** Which of day and month comes first in 03/04/2026. */
export type DayOrder = 'day-first' | 'month-first'

/** A date as a text shows it. */
export interface FoundDate {
  /** The first day of the month where the text names no day. */
  readonly day: Day
  readonly precision: 'day' | 'month'
  readonly words: string
  readonly at: number
  /** Whether the year was left out and had to be worked out. */
  readonly yearless: boolean
  /** What the same figures say where day and month change places (03/04/2026); null when nothing else. */
  readonly otherwise: Day | null
}

/** What is known beforehand of the text. */
export interface ScanOptions {
  /** Dates without a year get the newest year that keeps them in the past of this day. */
  readonly today: Day
  readonly order?: DayOrder
  /** At most so many dates are read. */
  readonly limit?: number
}

type Reading = Pick<FoundDate, 'day'> & Partial<FoundDate> & { readonly from?: number; readonly to: number }

const YEAR_FIRST =
  /(\d{4})(?:\s?[-./]\s?(\d{1,2})\s?[-./]\s?(\d{1,2})(?!\d)|\s?[年년]\s?(\d{1,2})\s?[月월]\s?(\d{1,2})\s?[日号號일])/y
const SPLIT_DAY_LAST = /(\d{4})\s?[-./年]\s?(\d{1,2})月?\s+(\d{1,2})(?![\d:.\-/年月])/y
const YEAR_NAME_DAY = /(\d{4})(?:\.|\s?m\.)?[\s-]+(\p{L}{3,14})\.?[\s-]+(\d{1,2})(?!\d)/uy
const YEAR_MONTH = /(\d{4})(?:\s?年\s?(\d{1,2})\s?月|[-/](\d\d)(?![\d-/]))/y
const SPLIT_DAY_FIRST = /(\d{1,2})日?\s+(\d{4})\s?[-./年]\s?(\d{1,2})月?(?![\d]|\s?[-./]\s?\d)/y
const YEAR_LAST = /(\d{1,2})\s?([-./])\s?(\d{1,2})\s?\2\s?(\d{4})(?!\d)/y
const SHORT_YEAR = /(?:(\d\d)([-./])(\d\d)\2(\d\d)|(\d{1,2})\/(\d{1,2})\/(\d\d))(?!\d|[-./]\d)/y
const NAME = String.raw`(?:(?:كانون|تشرين) \p{L}{5,6}|\p{L}[\p{L}\p{M}]{2,13})`
const DAY_NAME_YEAR = new RegExp(
  String.raw`(\d{1,2})(?:st|nd|rd|th|er|º|ª|°|\.|\.?-|/)?\s*(?:de\s+|of\s+|d['’])?(${NAME})[.,،]*(?:(?:\s+|-|/|,|)(?:de\s+|del\s+|of\s+)?(\d{4}(?!\d))|(?:\s+['’]|-)(\d\d)(?=\s|$|,))`,
  'uy',
)
const DAY_YEAR =
  /(\d{1,2})(?:st|nd|rd|th|º)?\.?(?:\s*[,،]\s*|\s+|-|\.)(?:of\s+|de\s+)?(?:(\d{4})(?![\d:])|['’](\d\d)(?!\d))/y
const NAME_BEFORE = new RegExp(String.raw`(${NAME})\.?(?:[\s,]+|-|/)(?:de\s)?$`, 'u')
const YEARLESS = /(?:(\d{1,2})月(\d{1,2})日|(0?[1-9]|1[0-2])[-./](0[1-9]|[12]\d|3[01]))(?![\d.\-/:%])/y
const ERA_DAY = /(\d{1,2})\s?年\s?(\d{1,2})\s?月\s?(\d{1,2})\s?日/y
const ERA_BEFORE = /(?:(令和)|平成)\s?$/

const isYear = (year: number): boolean => year >= 1900 && year < 2100
const fullYear = (short: number): number => (short < 70 ? 2000 : 1900) + short

function recentYear(month: number, day: number, today: Day): Day | null {
  const year = Number(today.slice(0, 4))
  for (const candidate of [year, year - 1, year - 2, year - 3, year - 4]) {
    const found = dayFrom(candidate, month, day)
    if (found !== null && found <= today) return found
  }
  return null
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at
  return pattern.exec(text)
}

const reading = (day: Day | null, to: number, more: Partial<Reading> = {}): Reading | null =>
  day === null ? null : { day, to, ...more }

/** A date that begins with the year: 2026-07-06, 2026年7月6日, 2026. július 6., 20260706, 2026年7月. */
function fromYear(text: string, at: number, length: number): Reading | null {
  const year = Number(text.slice(at, at + 4))
  if (!isYear(year)) return null
  if (length === 8 || length === 14) {
    return reading(
      dayFrom(year, Number(text.slice(at + 4, at + 6)), Number(text.slice(at + 6, at + 8))),
      at + length,
    )
  }
  if (length !== 4) return null
  const plain = matchAt(YEAR_FIRST, text, at)
  if (plain !== null)
    return reading(
      dayFrom(year, Number(plain[2] ?? plain[4]), Number(plain[3] ?? plain[5])),
      at + plain[0].length,
    )
  const split = matchAt(SPLIT_DAY_LAST, text, at)
  if (split !== null) return reading(dayFrom(year, Number(split[2]), Number(split[3])), at + split[0].length)
  const named = matchAt(YEAR_NAME_DAY, text, at)
  const month = named === null ? null : monthNamed(named[2] ?? '')
  if (named !== null && month !== null)
    return reading(dayFrom(year, month, Number(named[3])), at + named[0].length)
  const short = matchAt(YEAR_MONTH, text, at)
  if (short !== null)
    return reading(dayFrom(year, Number(short[2] ?? short[3]), 1), at + short[0].length, {
      precision: 'month',
    })
  return monthBefore(text, at, at + 4, year)
}

function nameBefore(text: string, at: number): { readonly month: number; readonly from: number } | null {
  const match = NAME_BEFORE.exec(text.slice(Math.max(0, at - 20), at))
  const month = match === null ? null : monthNamed(match[1] ?? '')
  return match === null || month === null ? null : { month, from: at - match[0].length }
}

function monthBefore(text: string, at: number, to: number, year: number): Reading | null {
  const name = nameBefore(text, at)
  return name && reading(dayFrom(year, name.month, 1), to, { from: name.from, precision: 'month' })
}

/** 06/07/2026 and 06.07.26: the order of day and month is that of the language, unless only one can be. */
function yearLast(text: string, at: number, order: DayOrder): Reading | null {
  const match = matchAt(YEAR_LAST, text, at) ?? matchAt(SHORT_YEAR, text, at)
  if (match === null) return null
  const [first, last] = [Number(match[1] ?? match[5]), Number(match[3] ?? match[6])]
  const written = match[4] ?? match[7] ?? ''
  const to = at + match[0].length
  const short = written.length === 2
  if (short && match[2] === '-') return reading(dayFrom(fullYear(first), last, Number(written)), to)
  const year = short ? fullYear(Number(written)) : Number(written)
  if (!isYear(year)) return null
  const dayFirst = dayFrom(year, last, first)
  const monthFirst = match[2] === '.' ? null : dayFrom(year, first, last)
  const [day, otherwise] =
    order === 'month-first' ? [monthFirst ?? dayFirst, dayFirst] : [dayFirst ?? monthFirst, monthFirst]
  return reading(day, to, { otherwise: otherwise === day ? null : otherwise })
}

/** A date that begins with the day or the month. */
function fromDay(text: string, at: number, order: DayOrder): Reading | null {
  const split = matchAt(SPLIT_DAY_FIRST, text, at)
  if (split !== null && isYear(Number(split[2])))
    return reading(dayFrom(Number(split[2]), Number(split[3]), Number(split[1])), at + split[0].length)
  const figures = yearLast(text, at, order)
  if (figures !== null) return figures
  const named = matchAt(DAY_NAME_YEAR, text, at)
  const month = named === null ? null : monthNamed(named[2] ?? '')
  if (named !== null && month !== null) {
    const year = named[3] === undefined ? fullYear(Number(named[4])) : Number(named[3])
    return isYear(year) ? reading(dayFrom(year, month, Number(named[1])), at + named[0].length) : null
  }
  const behind = matchAt(DAY_YEAR, text, at)
  const year = behind?.[2] === undefined ? fullYear(Number(behind?.[3])) : Number(behind[2])
  const name = behind === null || !isYear(year) ? null : nameBefore(text, at)
  if (behind !== null && name !== null)
    return reading(dayFrom(year, name.month, Number(behind[1])), at + behind[0].length, {
      from: name.from,
    })
  const era = matchAt(ERA_DAY, text, at)
  const reign = era === null ? null : ERA_BEFORE.exec(text.slice(Math.max(0, at - 3), at))
  if (era === null || reign === null) return null
  const first = reign[1] === undefined ? 1988 : 2018
  return reading(dayFrom(first + Number(era[1]), Number(era[2]), Number(era[3])), at + era[0].length, {
    from: at - reign[0].length,
  })
}

function withoutYear(text: string, at: number, today: Day): Reading | null {
  const match = matchAt(YEARLESS, text, at)
  if (match === null) return null
  const day = recentYear(Number(match[1] ?? match[3]), Number(match[2] ?? match[4]), today)
  return reading(day, at + match[0].length, { yearless: true })
}

const isDigit = (code: number): boolean => code >= 48 && code <= 57

/** Signs before a number that make it part of something else: a version, a time, a longer date. */
const JOINED_BEFORE = new Set(['.', '-', '/'])

/**
 * Every date of a text, in its order and without overlaps, whatever it is the date of. One pass over the text: at each
 * number the forms of dates are tried, each of bounded length.
 */
export function scanDates(
  given: string,
  { today, order = 'day-first', limit = 100_000 }: ScanOptions,
): readonly FoundDate[] {
  const text = halfWidth(given)
  const found: FoundDate[] = []
  let last = 0
  let at = 0
  while (at < text.length && found.length < limit) {
    const code = text.charCodeAt(at)
    if (!isDigit(code)) {
      const chinese = beginsChineseDay(code) ? chineseDayAt(text, at) : null
      if (chinese === null) at += 1
      else {
        const { day, precision, to } = chinese
        found.push({ day, precision, words: given.slice(at, to), at, yearless: false, otherwise: null })
        last = at = to
      }
      continue
    }
    let end = at + 1
    while (isDigit(text.charCodeAt(end))) end += 1
    const length = end - at
    const joined =
      JOINED_BEFORE.has(text[at - 1] ?? '') || (text[at - 1] === ':' && isDigit(text.charCodeAt(at - 2)))
    let read: Reading | null = null
    if (length <= 2) {
      if (!joined) read = fromDay(text, at, order)
      if (read === null && !joined && text[at - 1] !== '年') read = withoutYear(text, at, today)
    } else if (length <= 14 && text[at - 1] !== '.') read = fromYear(text, at, length)
    const from = Math.max(read?.from ?? at, last)
    if (read !== null) {
      found.push({
        day: read.day,
        precision: read.precision ?? 'day',
        words: given.slice(from, read.to),
        at: from,
        yearless: read.yearless ?? false,
        otherwise: read.otherwise ?? null,
      })
      last = read.to
    }
    at = Math.max(end, read?.to ?? end)
  }
  return found
}
