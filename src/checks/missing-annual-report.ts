import { z } from 'zod'
import { parseDay } from '../core/day.ts'
import { newestYearDue } from '../core/report-period.ts'
import { defineCheck } from './check.ts'
import { judgeOwedReport, owedReportMessages } from './owed-report.ts'

/** A column that lacks the report of the newest year whose report is due. */
export const missingAnnualReport = defineCheck({
  id: 'missing-annual-report',
  subject: 'column',
  needs: ['landing'],
  options: z.strictObject({
    by: z.string().refine((text) => parseDay(`2001-${text}`) !== null, {
      error: 'expected a day of every year, MM-DD',
    }),
    titled: z.string().min(1),
  }),
  applicability: 'Every column whose main list could be read, or whose single page is such a report.',
  expectation: 'After the day `by`, an entry or the page itself is titled as the report of the year before.',
  assumptions: 'Titles of annual reports name their year.',
  messages: owedReportMessages,
  judge: ({ facts: { landing }, options: { by, titled }, asOf }) => {
    const period = newestYearDue(by, asOf)
    const due = parseDay(`${Number(period.to.slice(0, 4)) + 1}-${by}`) ?? asOf
    return judgeOwedReport(landing, { period, due, titled })
  },
})
