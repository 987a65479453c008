import { addPeriod, type Day, parseDay } from '../core/day.ts'
import { newestOverdue, newestYearDue, type ReportPeriod, reportDueDay } from '../core/report-period.ts'
import type { ByCadence, EachCadence } from './cadence.ts'
import { isInForce } from './cadences-of.ts'

/** A report that has to be there: for which period, by which day (which still is in time), under which title. */
export interface DueReport {
  readonly period: ReportPeriod
  readonly due: Day
  readonly titled: string | null
}

/** The newest report that an `each` cadence asks for and whose due day has passed; null when it was not in force then. */
export function dueEach(cadence: EachCadence, asOf: Day): DueReport | null {
  const period = newestOverdue(cadence.period, cadence.dueWithin, asOf)
  const due = reportDueDay(period, cadence.dueWithin)
  return isInForce(cadence, due) ? { period, due, titled: cadence.titled } : null
}

function dueBy(cadence: ByCadence, asOf: Day): DueReport | null {
  const { monthDay, until, titled } = cadence
  const lastSeen = until === null ? null : addPeriod(until, 'P1D')
  const period = newestYearDue(monthDay, lastSeen === null || asOf < lastSeen ? asOf : lastSeen)
  const due = parseDay(`${Number(period.to.slice(0, 4)) + 1}-${monthDay}`)
  return due !== null && isInForce(cadence, due) ? { period, due, titled } : null
}

/**
 * The newest yearly report whose due day has passed, under whichever of the cadences was in force on that day: the law of
 * 2008 asks for the report of 2018 by 31 March 2019, that of 2019 asks departments for the next one by 31 January 2020.
 */
export const newestDueBy = (cadences: readonly ByCadence[], asOf: Day): DueReport | null =>
  cadences
    .flatMap((cadence) => dueBy(cadence, asOf) ?? [])
    .reduce<DueReport | null>((newest, one) => (newest === null || one.due > newest.due ? one : newest), null)
