import * as z from 'zod'
import { cadencesOf } from '../policy/cadences-of.ts'
import { newestDueBy } from '../policy/due-report.ts'
import { defineCheck } from './check.ts'
import { judgeOwedReports, owedReportMessages } from './owed-report.ts'

/** A column that lacks the report of the newest year whose report is due. */
export const missingAnnualReport = defineCheck({
  id: 'missing-annual-report',
  subject: 'column',
  needs: ['landing'],
  options: z.strictObject({}),
  cadences: ['by'],
  applicability: 'Every column whose main list could be read, or whose single page is such a report.',
  expectation:
    'After the day that the item’s cadence names for this kind of unit, an entry or the page itself is titled as the report of the year before.',
  assumptions: 'Titles of annual reports name their year.',
  messages: owedReportMessages,
  judge: ({ subject, facts: { landing }, ...times }) => {
    const report = newestDueBy(cadencesOf(subject.item, 'by', subject.unit), times.asOf)
    return judgeOwedReports(landing, report === null ? [] : [report], times)
  },
})
