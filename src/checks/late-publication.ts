import { z } from 'zod'
import { addPeriod, daysBetween, isPeriod } from '../core/day.ts'
import { lastCovered, type WorkCalendar, workdaysBetween } from '../core/work-calendar.ts'
import type { EntryPage } from '../facts/facts.ts'
import type { PageDate } from '../facts/page-date.ts'
import { cantTell, defineCheck, failed, inapplicable, passed } from './check.ts'

interface Dated {
  readonly entry: EntryPage
  readonly observation: string
  readonly written: PageDate
  readonly published: PageDate
}

/** Dates below these confidences are not held against anyone; days of making are told in fewer ways than those of publication. */
const SURE = { written: 0.6, published: 0.8 } as const

const isSure = (date: PageDate | null, least: number): date is PageDate =>
  date !== null && date.precision !== 'month' && date.precision !== 'year' && date.confidence >= least

function datedOf(entry: EntryPage): readonly Dated[] {
  if (entry.landing.kind === 'unread') return []
  const { page, observation } = entry.landing
  const { written, published } = page
  if (!isSure(written, SURE.written) || !isSure(published, SURE.published) || published.date < written.date)
    return []
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
  messages: {
    late: {
      text: {
        zh: '《{{title}}》成文于 {{written}}，{{published}} 才发布，相隔 {{count}} 个工作日，超过 {{allowed}} 个工作日。',
        en: '“{{title}}” was made on {{written}} and published on {{published}}, {{count}} working days later; {{allowed}} are allowed.',
      },
      remedy: {
        zh: '请自信息形成之日起 {{allowed}} 个工作日内公开。',
        en: 'Publish within {{allowed}} working days of the day on which it is made.',
      },
    },
    'beyond-calendar': {
      text: {
        zh: '工作日历只到 {{last}}，无法计算工作日。',
        en: 'The calendar of working days (to {{last}}) does not cover the time between the two dates.',
      },
      remedy: {
        zh: '请在 rules/calendar 补充该年度的放假安排。',
        en: 'Add the year’s announcement to rules/calendar.',
      },
    },
    undated: {
      text: {
        zh: '栏目首页各条信息未同时注明成文日期与发布日期。',
        en: 'No entry’s page shows both when it was made and when it was published.',
      },
      remedy: { zh: '无需整改；建议注明。', en: 'Nothing to do; better show both.' },
    },
  },
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
