import { type Day, dayFrom } from '../../core/day.ts'
import { datesIn, type FoundDate, isPlausible } from '../dates.ts'
import type { Outline } from '../outline.ts'
import type { Row } from './list-rows.ts'

/** How far behind a bare link its date may stand. */
const TAIL = 60
/** A longer link is no title with a date. */
const LONGEST_TITLE = 600

/** Whether a piece of text holds two digits: without them there is no date to look for. */
function hasDigits(text: string, start: number, end: number): boolean {
  let digits = 0
  for (let at = start; at < end; at += 1) {
    const code = text.charCodeAt(at)
    if ((code >= 48 && code <= 57) || (code >= 0xff10 && code <= 0xff19)) digits += 1
    if (digits === 2) return true
  }
  return false
}

const best = (found: readonly FoundDate[], today: Day): FoundDate | null =>
  found.find((one) => isPlausible(one.day, today)) ?? found[0] ?? null

/** The date of a row, beside its link or behind it up to the next row. */
export function dateBeside(outline: Outline, row: Row, next: number, today: Day): FoundDate | null {
  const { text } = outline
  const { start, end } = row.link.element
  const before = Math.max(row.start, Math.min(start, row.end))
  const after = Math.min(end, row.end)
  if (hasDigits(text, row.start, before) || hasDigits(text, after, row.end)) {
    const own = best(
      datesIn(`${text.slice(row.start, before)} ┃ ${text.slice(after, row.end)}`, today),
      today,
    )
    if (own !== null) return own
  }
  const isBare = row.start === start && row.end === end
  const tail = Math.min(next, row.end + TAIL)
  return isBare && hasDigits(text, row.end, tail)
    ? best(datesIn(text.slice(row.end, tail), today), today)
    : null
}

const RELATIVE =
  /(?:\d{1,3}|半|几)\s*个?(?:秒钟?|分钟|小时|天|周|星期|月)前|(?:^|[\s┃:：])(?:昨天|前天|刚刚)(?:$|[\s┃\d])|\b\d{1,3}\s*(?:minute|hour|day|week|month)s?\s+ago\b|\byesterday\b/i

/** How a row tells its age by the moment of reading (3 天前): from such words no day can be had for certain. */
export function ageBeside({ text }: Outline, row: Row, next: number): string | null {
  const { start, end } = row.link.element
  const tail = Math.max(row.end, Math.min(next, row.end + TAIL))
  const words = `${text.slice(row.start, Math.max(row.start, start))} ┃ ${text.slice(Math.min(end, tail), tail)}`
  return RELATIVE.exec(words)?.[0].trim() ?? null
}

const OPENS = /^\s*[[(（【〔]?\s*$/
const CLOSES = /^\s*(?:$|[\])）】〕|｜:：\s])/
const STANDS_APART = /[\s[(（【〔|｜]$/

/**
 * The date at the head or the tail of a link's own text, set apart from its title: `[07-06] …` or `… 2022-07-06`. A title
 * that begins with a day in words (2022年7月6日…) tells what it is about, not when it was published.
 */
export function dateInLink({ link }: Row, today: Day): FoundDate | null {
  const { text } = link
  if (text.length > LONGEST_TITLE || !hasDigits(text, 0, text.length)) return null
  const apart = datesIn(text, today).filter(({ at, words, yearless }) => {
    const [before, after] = [text.slice(0, at), text.slice(at + words.length)]
    if (OPENS.test(before)) return CLOSES.test(after) && (!yearless || before.trim() !== '')
    return !yearless && after.trim().length <= 1 && STANDS_APART.test(before)
  })
  return best(apart, today)
}

/** So many rows in falling order show that a list runs from new to old. */
const SETTLED = 3

const yearBefore = (day: Day): Day | null =>
  dayFrom(Number(day.slice(0, 4)) - 1, Number(day.slice(5, 7)), Number(day.slice(8, 10)))

/**
 * Dates without a year have got the newest that keeps them in the past. In a list that runs from new to old, one that
 * would then be newer than the row above it belongs to an earlier year.
 */
export function inOrder(found: readonly (FoundDate | null)[]): readonly (FoundDate | null)[] {
  let above: Day | null = null
  let falling = 0
  return found.map((one) => {
    if (one === null) return null
    let { day } = one
    if (one.yearless && above !== null && falling >= SETTLED) {
      for (let earlier = yearBefore(day); day > above && earlier !== null; earlier = yearBefore(earlier))
        day = earlier
    }
    falling = above === null || day <= above ? falling + 1 : 0
    above = day
    return day === one.day ? one : { ...one, day }
  })
}
