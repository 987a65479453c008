import { addPeriod, type Day, dayFrom, type Period, subtractPeriod } from './day.ts'
import type { Bilingual } from './message.ts'

/** How long the time is that one report covers. */
export const PERIOD_KINDS = ['month', 'quarter', 'halfYear', 'year'] as const

/** One of {@link PERIOD_KINDS}. */
export type PeriodKind = (typeof PERIOD_KINDS)[number]

/** Calendar months in one period of a kind. */
const MONTHS: Readonly<Record<PeriodKind, number>> = { month: 1, quarter: 3, halfYear: 6, year: 12 }

/** One month, quarter, half year or year of the calendar. Both ends count. */
export interface ReportPeriod {
  readonly kind: PeriodKind
  readonly from: Day
  readonly to: Day
}

const lastDayOf = (year: number, month: number): Day => {
  const next = month === 12 ? dayFrom(year + 1, 1, 1) : dayFrom(year, month + 1, 1)
  if (next === null) throw new RangeError(`No month ${year}-${month}.`)
  return subtractPeriod(next, 'P1D')
}

/** The months `first`–`last` (1–12) of a year, both ends counted; null where there are no such months. */
export function monthsOf(
  year: number,
  first: number,
  last: number,
): { readonly from: Day; readonly to: Day } | null {
  const from = dayFrom(year, first, 1)
  return from === null || last < first || last > 12 ? null : { from, to: lastDayOf(year, last) }
}

/** The period of a kind that ends with a month of a year. */
function periodAt(kind: PeriodKind, year: number, month: number): ReportPeriod {
  const last = Math.ceil(month / MONTHS[kind]) * MONTHS[kind]
  const span = monthsOf(year, last - MONTHS[kind] + 1, last)
  if (span === null) throw new RangeError(`No period at ${year}-${month}.`)
  return { kind, ...span }
}

/**
 * The last day on which the report for a period is in time. The time runs from the day after the period, and months are
 * calendar months: P1M after 30 September ends on 31 October, P15D on 15 October.
 */
export const reportDueDay = (period: ReportPeriod, dueWithin: Period): Day =>
  subtractPeriod(addPeriod(addPeriod(period.to, 'P1D'), dueWithin), 'P1D')

/**
 * The newest period whose report is overdue if it is not there: it ended, and the time after its end in which the report
 * was due (`dueWithin`) has passed on `asOf`. The due day itself still counts as in time.
 */
export function newestOverdue(kind: PeriodKind, dueWithin: Period, asOf: Day): ReportPeriod {
  let period = periodAt(kind, Number(asOf.slice(0, 4)), Number(asOf.slice(5, 7)))
  while (reportDueDay(period, dueWithin) >= asOf) {
    const before = subtractPeriod(period.from, 'P1D')
    period = periodAt(kind, Number(before.slice(0, 4)), Number(before.slice(5, 7)))
  }
  return period
}

/** The year whose report is overdue if it is not there, when reports are due by `monthDay` (`MM-DD`) of the next year. */
export function newestYearDue(monthDay: string, asOf: Day): ReportPeriod {
  const year = Number(asOf.slice(0, 4))
  return periodAt('year', asOf.slice(5) > monthDay ? year - 1 : year - 2, 1)
}

const QUARTERS = ['一', '二', '三', '四'] as const

/** A period as people say it: 2026年第三季度, 2026 Q3. */
export function reportPeriodWords({ kind, to }: ReportPeriod): Bilingual {
  const year = to.slice(0, 4)
  const month = Number(to.slice(5, 7))
  if (kind === 'month') return { zh: `${year}年${month}月`, en: to.slice(0, 7) }
  if (kind === 'quarter')
    return { zh: `${year}年第${QUARTERS[month / 3 - 1] ?? ''}季度`, en: `${year} Q${month / 3}` }
  if (kind === 'halfYear')
    return {
      zh: `${year}年${month === 6 ? '上' : '下'}半年`,
      en: `${month === 6 ? 'first' : 'second'} half of ${year}`,
    }
  return { zh: `${year}年度`, en: year }
}
