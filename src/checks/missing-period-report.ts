import * as z from 'zod'
import { cadencesOf } from '../policy/cadences-of.ts'
import { dueEach } from '../policy/due-report.ts'
import { defineCheck } from './check.ts'
import { judgeOwedReports, owedReportMessages } from './owed-report.ts'

/** A column that lacks the report for the newest month, quarter, half year or year whose report is due. */
export const missingPeriodReport = defineCheck({
  id: 'missing-period-report',
  subject: 'column',
  needs: ['landing'],
  options: z.strictObject({}),
  cadences: ['each'],
  applicability: 'Every column whose main list could be read and reaches back to the period.',
  expectation:
    'An entry with a fitting title covers time that ends with the period: the month, 1-9月 and 三季度 all end with September.',
  assumptions:
    'Titles name the time that they cover; without a year it is the newest one that was over on the day of publication.',
  messages: owedReportMessages,
  judge: ({ subject, facts: { landing }, ...times }) => {
    const cadences = cadencesOf(subject.item, 'each', subject.unit)
    const reports = cadences.flatMap((cadence) => dueEach(cadence, times.asOf) ?? [])
    return judgeOwedReports(landing, reports, times)
  },
})
