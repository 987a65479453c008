import { addPeriod, type Day, daysBetween } from './day.ts'

/** Days from one to another, both counted. */
export interface DaySpan {
  readonly from: Day
  readonly to: Day
}

/**
 * Which days are worked: weekends are not, but for moved working days (调休), and holidays are not. Known only inside
 * `covers`; elsewhere nobody has published it, and every answer is null.
 */
export interface WorkCalendar {
  readonly covers: readonly DaySpan[]
  readonly holidays: ReadonlySet<Day>
  /** Days of weekends that are worked. */
  readonly workdays: ReadonlySet<Day>
}

/** A calendar that covers no day. */
export const NO_CALENDAR: WorkCalendar = { covers: [], holidays: new Set(), workdays: new Set() }

/** 2001-01-01 was a Monday. */
const A_MONDAY = '2001-01-01' as Day

/** Saturday or Sunday. */
export const isWeekend = (day: Day): boolean => ((daysBetween(A_MONDAY, day) % 7) + 7) % 7 >= 5

/** Whether a day is worked; null where the calendar does not cover it. */
export function isWorkday(calendar: WorkCalendar, day: Day): boolean | null {
  if (!calendar.covers.some((span) => span.from <= day && day <= span.to)) return null
  if (calendar.workdays.has(day)) return true
  return !calendar.holidays.has(day) && !isWeekend(day)
}

/**
 * The day on which `count` working days after `day` end: the day itself is not counted, the last one is. 20 working days
 * from 2022-09-26 end on 2022-10-27. Null when the calendar does not cover the way there.
 */
export function addWorkdays(calendar: WorkCalendar, day: Day, count: number): Day | null {
  let at = day
  for (let left = count; left > 0; ) {
    at = addPeriod(at, 'P1D')
    const worked = isWorkday(calendar, at)
    if (worked === null) return null
    if (worked) left -= 1
  }
  return at
}

/** Working days after `from`, up to and with `to`; null when the calendar does not cover them. */
export function workdaysBetween(calendar: WorkCalendar, from: Day, to: Day): number | null {
  let count = 0
  for (let at = addPeriod(from, 'P1D'); at <= to; at = addPeriod(at, 'P1D')) {
    const worked = isWorkday(calendar, at)
    if (worked === null) return null
    if (worked) count += 1
  }
  return count
}

/** The last day that the calendar covers; null for a calendar without days. */
export const lastCovered = (calendar: WorkCalendar): Day | null =>
  calendar.covers.reduce<Day | null>((last, { to }) => (last === null || to > last ? to : last), null)

/**
 * The last day that is in time for something due `within` of a day: a calendar period such as `P3M`, or `20 workdays`.
 * Null when the calendar does not cover the working days.
 */
export function deadlineAfter(calendar: WorkCalendar, day: Day, within: string): Day | null {
  const workdays = /^(\d+) workdays$/.exec(within)?.[1]
  return workdays === undefined ? addPeriod(day, within) : addWorkdays(calendar, day, Number(workdays))
}
