import * as z from 'zod'
import { addPeriod, daysBetween, isPeriod } from '../core/day.ts'
import { lastCovered, type WorkCalendar, workdaysBetween } from '../core/work-calendar.ts'
import type { EntryPage } from '../facts/facts.ts'
import type { PageDate } from '../facts/page-date.ts'
import { cantTell, defineCheck, failed, inapplicable, passed } from './check.ts'
import { latePublicationMessages } from './late-publication-messages.ts'

interface Dated {
  readonly entry: EntryPage
  readonly observation: string
  readonly written: PageDate
  readonly published: PageDate
}

/**
 * Dates below this confidence are not held against anyone. On a page that shows its heading, or none, a labelled date
 * has .78 and more; in a crowd of other dates, beside the article or in running text it has less than this.
 */
const SURE = 0.7

const isSure = (date: PageDate | null): date is PageDate =>
  date !== null && date.precision === 'day' && date.confidence >= SURE

function datedOf(entry: EntryPage): readonly Dated[] {
  if (entry.landing.kind === 'unread') return []
  const { page, observation } = entry.landing
  const { written, published } = page
  if (!isSure(written) || !isSure(published) || published.date < written.date) return []
  return [{ entry, observation: observation.id, written, published }]
}

/** Working days from one date to the other; null where the calendar cannot tell and the days of the week do not settle it. */
const countOf = ({ written, published }: Dated, allowed: number, calendar: WorkCalendar): number | null =>
  workdaysBetween(calendar, written.date, published.date) ??
  (daysBetween(written.date, published.date) <= allowed ? 0 : null)

/** A document that was published too long after it was made. */
export const latePublication = defineCheck({
  id: 'late-publication',
  subject: 'column',
  needs: ['entryPages'],
  options: z.strictObject({
    workdays: z.int().positive().default(20),
    archive: z.string().refine(isPeriod, { error: 'expected a period such as P1Y' }).default('P1Y'),
  }),
  applicability:
    'Every entry of a column’s first page whose own page shows for certain when it was made and when it was published.',
  expectation: 'It was published within so many working days of the day on which it was made.',
  assumptions:
    'A document published more than `archive` after it was made is an old one that was put online later, and not held against anyone.',
  messages: latePublicationMessages,
  judge: ({ facts: { entryPages }, options: { workdays, archive }, asOf, calendar }) => {
    const dated = entryPages
      .flatMap(datedOf)
      .filter(
        ({ written, published }) =>
          published.date <= asOf && published.date <= addPeriod(written.date, archive),
      )
    if (dated.length === 0) return inapplicable('undated')
    const counted = dated.map((one) => ({ ...one, count: countOf(one, workdays, calendar) }))
    const [first, ...more] = counted.flatMap(({ entry, observation, written, published, count }) => {
      if (count === null || count <= workdays) return []
      const data = {
        title: entry.text.slice(0, 80),
        written: written.date,
        published: published.date,
        count,
        allowed: workdays,
      }
      const evidence = [written, published].map(({ quote }) => ({ observation, quote }))
      return [{ message: 'late' as const, data, address: entry.address, evidence }]
    })
    if (first !== undefined) return failed(first, ...more)
    const untold = counted.some(({ count }) => count === null)
    return untold ? cantTell('beyond-calendar', { last: lastCovered(calendar) ?? '—' }) : passed()
  },
})
