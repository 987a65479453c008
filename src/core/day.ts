import { Temporal } from 'temporal-polyfill'

declare const dayBrand: unique symbol

/** A calendar day in Asia/Shanghai, `YYYY-MM-DD`. Days compare with `<` and `>` as strings. */
export type Day = string & { readonly [dayBrand]: true }

/** An ISO 8601 duration of whole years, months, weeks or days, e.g. `P14D`, `P3M`. */
export type Period = string

const TIME_ZONE = 'Asia/Shanghai'
const SHAPE = /^\d{4}-\d{2}-\d{2}$/

/** Reads `YYYY-MM-DD`; null when the text has another shape or names no real day (2026-02-29). */
export function parseDay(text: string): Day | null {
  if (!SHAPE.test(text)) return null
  return dayFrom(Number(text.slice(0, 4)), Number(text.slice(5, 7)), Number(text.slice(8, 10)))
}

/** The day with these numbers (month 1–12), or null when no such day exists. */
export function dayFrom(year: number, month: number, dayOfMonth: number): Day | null {
  const date = new Date(Date.UTC(year, month - 1, dayOfMonth))
  const real =
    year >= 1000 && year <= 9999 && date.getUTCMonth() === month - 1 && date.getUTCDate() === dayOfMonth
  return real ? (date.toISOString().slice(0, 10) as Day) : null
}

/** Since the last summer time ended (1991-09-15) Asia/Shanghai is eight hours ahead of UTC all year round. */
const SAME_ALL_YEAR = Date.UTC(1991, 8, 15)
const AHEAD = 8 * 60 * 60 * 1000
const LAST = Date.UTC(9999, 11, 31)

/** The day in Asia/Shanghai at an instant, given in milliseconds since 1970-01-01 UTC. */
export const dayAt = (instant: number): Day =>
  instant >= SAME_ALL_YEAR && instant < LAST
    ? (new Date(instant + AHEAD).toISOString().slice(0, 10) as Day)
    : (Temporal.Instant.fromEpochMilliseconds(instant)
        .toZonedDateTimeISO(TIME_ZONE)
        .toPlainDate()
        .toString() as Day)

/** `YYYY-MM-DD HH:MM` in Asia/Shanghai at an instant, in milliseconds since 1970-01-01 UTC. */
export const minuteAt = (instant: number): string =>
  Temporal.Instant.fromEpochMilliseconds(instant)
    .toZonedDateTimeISO(TIME_ZONE)
    .toPlainDateTime()
    .toString({ smallestUnit: 'minute' })
    .replace('T', ' ')

/** The day one period later. Month arithmetic clamps: 31 January + P1M = the last day of February. */
export const addPeriod = (day: Day, period: Period): Day =>
  Temporal.PlainDate.from(day).add(period).toString() as Day

/** The day one period earlier, clamped in the same way. */
export const subtractPeriod = (day: Day, period: Period): Day =>
  Temporal.PlainDate.from(day).subtract(period).toString() as Day

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export const daysBetween = (from: Day, to: Day): number =>
  Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to), { largestUnit: 'day' }).days

/** Whether the text is a period that {@link addPeriod} accepts: whole years, months, weeks or days, above zero, within centuries. */
export const isPeriod = (text: string): boolean =>
  /^P(?=\d)(\d{1,3}Y)?(\d{1,4}M)?(\d{1,4}W)?(\d{1,5}D)?$/.test(text) && /[1-9]/.test(text)
