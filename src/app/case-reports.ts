import type { Day } from '../core/day.ts'
import type { CaseEvent, RectificationCase } from '../core/rectification.ts'
import type { WorkCalendar } from '../core/work-calendar.ts'
import { type CirculatedFinding, caseReport } from '../period/case-report.ts'
import { historiesOf, historyOf } from '../period/case-state.ts'
import type { CaseReport } from '../report/case-shape.ts'

/** Cases as documents show them on a day. `findings` has every case's finding, by the case's id. */
export function caseReports(
  cases: readonly RectificationCase[],
  events: readonly CaseEvent[],
  findings: ReadonlyMap<string, CirculatedFinding>,
  on: Day,
  calendar: WorkCalendar,
): readonly CaseReport[] {
  const histories = historiesOf(events)
  return cases.map((one) => {
    const finding = findings.get(one.id)
    if (finding === undefined) throw new Error(`The case ${one.id} has no finding.`)
    return caseReport(one, historyOf(histories, one), finding, on, calendar)
  })
}
