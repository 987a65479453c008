import { z } from 'zod'
import { isPeriod } from '../core/day.ts'
import { newestOverdue, reportDueDay } from '../core/report-period.ts'
import { defineCheck } from './check.ts'
import { judgeOwedReport, owedReportMessages } from './owed-report.ts'

/** A column that lacks the report for the newest month, quarter or half year whose report is due. */
export const missingPeriodReport = defineCheck({
  id: 'missing-period-report',
  subject: 'column',
  needs: ['landing'],
  options: z.strictObject({
    period: z.enum(['month', 'quarter', 'halfYear']),
    dueWithin: z.string().refine(isPeriod, { error: 'expected a period such as P1M' }),
    titled: z.string().min(1),
  }),
  applicability: 'Every column whose main list could be read and reaches back to the period.',
  expectation:
    'An entry with a fitting title covers time that ends with the period: the month, 1-9月 and 三季度 all end with September.',
  assumptions:
    'Titles name the time that they cover; without a year it is the newest one that was over on the day of publication.',
  messages: owedReportMessages,
  judge: ({ facts: { landing }, options: { period: kind, dueWithin, titled }, asOf }) => {
    const period = newestOverdue(kind, dueWithin, asOf)
    return judgeOwedReport(landing, { period, due: reportDueDay(period, dueWithin), titled })
  },
})
