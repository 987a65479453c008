import * as z from 'zod'
import { type Day, daysBetween, subtractPeriod } from '../core/day.ts'
import { latenessOf, latenessWords } from '../core/lateness.ts'
import { periodWords } from '../core/period-words.ts'
import type { Page } from '../facts/page.ts'
import { cadencesOf, isInForce } from '../policy/cadences-of.ts'
import { cantTell, defineCheck, failed, inapplicable, passed } from './check.ts'
import { unreadMessages, whyUnread } from './unread.ts'

interface Newest {
  readonly day: Day
  readonly quote: string
}

/** The newest date that counts: of the list's entries, or of the single page; never one after the day judged. */
function newestOf(page: Page, asOf: Day): Newest | null {
  const { listing, published } = page
  if (listing.kind === 'entries') {
    const dated = listing.entries.flatMap(({ date, dateText, title }) =>
      date !== null && date <= asOf ? [{ day: date, quote: `${title} ${dateText}` }] : [],
    )
    return dated.reduce<Newest | null>((top, one) => (top === null || one.day > top.day ? one : top), null)
  }
  return published !== null && published.date <= asOf ? { day: published.date, quote: published.quote } : null
}

/** A column whose newest entry is older than its cadence allows. */
export const staleColumn = defineCheck({
  id: 'stale-column',
  subject: 'column',
  needs: ['landing'],
  options: z.strictObject({}),
  cadences: ['every'],
  applicability: 'Every column whose page could be read and shows at least one date.',
  expectation:
    'The newest entry is not older than the period of the item’s cadence; months are calendar months and both ends count.',
  assumptions:
    'The largest date of the main list is that of its newest entry, wherever pinned entries stand. Dates after the day judged are of events, not of publication.',
  messages: {
    stale: {
      text: {
        zh: '最近更新为 {{newest}}，已逾期 {{overdue}} 天（{{degree}}；更新周期 {{cycle}}，应不早于 {{limit}}）。',
        en: 'Last renewed on {{newest}}, {{overdue}} days late ({{degreeEnglish}}; to be renewed every {{every}}; expected {{limit}} or later).',
      },
      remedy: { zh: '请及时更新栏目，并核对更新周期。', en: 'Renew the column, and keep to its cadence.' },
    },
    undated: {
      text: {
        zh: '列表未注明日期，由“未注明信息发布时间”一项判定。',
        en: 'The list shows no dates; see undated-column.',
      },
      remedy: { zh: '请在列表中注明发布日期。', en: 'Show the dates of publication in the list.' },
    },
    blank: {
      text: { zh: '栏目无内容，由“空白栏目”一项判定。', en: 'The column is blank; see blank-column.' },
      remedy: { zh: '请补充栏目内容。', en: 'Fill the column.' },
    },
    'no-date': {
      text: {
        zh: '页面不是列表，也未能读出发布日期，暂无法判定。',
        en: 'The page is no list, and no date of publication could be read.',
      },
      remedy: {
        zh: '请人工查看；建议页面注明发布日期。',
        en: 'Look by hand; better show the date of publication.',
      },
    },
    'not-bound': {
      text: { zh: '该单位当时没有适用的更新周期。', en: 'No cadence binds the unit on that day.' },
      remedy: { zh: '无需整改。', en: 'Nothing to do.' },
    },
    ...unreadMessages,
  },
  judge: ({ subject, facts: { landing }, asOf, thresholds }) => {
    const cadence = cadencesOf(subject.item, 'every', subject.unit).find((one) => isInForce(one, asOf))
    if (cadence === undefined) return inapplicable('not-bound')
    const unread = whyUnread(landing)
    if (unread !== null || landing.kind === 'unread') return unread ?? passed()
    const { page, observation } = landing
    if (page.listing.kind === 'empty' || page.kind === 'empty') return inapplicable('blank')
    const newest = newestOf(page, asOf)
    if (newest === null)
      return page.listing.kind === 'entries' ? inapplicable('undated') : cantTell('no-date')
    const limit = subtractPeriod(asOf, cadence.period)
    const overdue = daysBetween(newest.day, limit)
    const lateness = latenessOf(overdue, daysBetween(limit, asOf), thresholds)
    if (lateness === null) return passed()
    const [words, degree] = [periodWords(cadence.period), latenessWords(lateness)]
    const data = {
      newest: newest.day,
      overdue,
      degree: degree.zh,
      degreeEnglish: degree.en,
      cycle: words.zh,
      every: words.en,
      limit,
    }
    return failed({
      message: 'stale',
      data,
      evidence: [{ observation: observation.id, quote: newest.quote.slice(0, 120) }],
    })
  },
})
