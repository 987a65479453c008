import { type Day, dayFrom } from '../../core/day.ts'
import { datesIn, type FoundDate, isPlausible } from '../dates.ts'
import type { Outline } from '../outline.ts'
import type { Row } from './list-rows.ts'

/** How far behind a bare link its date may stand. */
const TAIL = 60

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

/** The date of a row: beside its link, else behind it up to the next row, else at an end of the title itself. */
export function rowDate(outline: Outline, row: Row, next: number, today: Day): FoundDate | null {
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
  if (isBare && hasDigits(text, row.end, tail)) {
    const following = best(datesIn(text.slice(row.end, tail), today), today)
    if (following !== null) return following
  }
  if (!hasDigits(row.link.text, 0, row.link.text.length)) return null
  const inside = datesIn(row.link.text, today).filter((one) => {
    const rest = row.link.text.length - one.at - one.words.length
    return !one.yearless && (one.at <= 1 || rest <= 2)
  })
  return best(inside, today)
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
