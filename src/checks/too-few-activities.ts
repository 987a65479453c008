import * as z from 'zod'
import { subtractPeriod } from '../core/day.ts'
import { listReachesBack } from '../facts/list-reach.ts'
import { cantTell, defineCheck, failed, inapplicable, passed } from './check.ts'
import { unreadMessages, whyUnread } from './unread.ts'

/** A column of interviews or surveys that had too few of them in the last year. */
export const tooFewActivities = defineCheck({
  id: 'too-few-activities',
  subject: 'column',
  needs: ['landing'],
  options: z.strictObject({ atLeast: z.int().positive().default(3) }),
  applicability:
    'Every column whose list could be read, shows dates and had at least one entry in the last year.',
  expectation: 'At least `atLeast` entries are not older than a year, both ends counted.',
  assumptions:
    'Each entry is an activity; a list whose last entry is older than a year shows all of the last year on its first page.',
  messages: {
    few: {
      text: {
        zh: '近一年（{{from}} 至今）仅开展 {{count}} 次，应不少于 {{atLeast}} 次。',
        en: 'Only {{count}} since {{from}}; at least {{atLeast}} a year are expected.',
      },
      remedy: { zh: '请按要求开展活动，并及时发布。', en: 'Hold them as required, and publish them.' },
    },
    'list-too-short': {
      text: {
        zh: '首页列表不足一年，仅见 {{count}} 次，暂无法判定。',
        en: 'The first page of the list does not reach back a year; {{count}} are seen.',
      },
      remedy: { zh: '请人工查看后续页。', en: 'Look at the further pages by hand.' },
    },
    none: {
      text: {
        zh: '近一年没有带日期的内容，由更新、日期或空白栏目各项判定。',
        en: 'Nothing of the last year; see stale-column, undated-column and blank-column.',
      },
      remedy: { zh: '请更新栏目。', en: 'Renew the column.' },
    },
    'no-list': {
      text: { zh: '页面不是列表，暂无法判定。', en: 'The page is no list.' },
      remedy: { zh: '请人工查看该页面。', en: 'Look at the page by hand.' },
    },
    ...unreadMessages,
  },
  judge: ({ facts: { landing }, options: { atLeast }, asOf }) => {
    const unread = whyUnread(landing)
    if (unread !== null || landing.kind === 'unread') return unread ?? passed()
    const { page, observation } = landing
    if (page.listing.kind === 'empty' || page.kind === 'empty') return inapplicable('none')
    if (page.listing.kind !== 'entries') return cantTell('no-list')
    const { entries } = page.listing
    const from = subtractPeriod(asOf, 'P1Y')
    const recent = entries.filter(({ date }) => date !== null && date >= from && date <= asOf)
    if (recent.length >= atLeast) return passed()
    if (recent.length === 0) return inapplicable('none')
    const undated = entries.some(({ date }) => date === null)
    if (undated || !listReachesBack(entries, from))
      return cantTell('list-too-short', { count: recent.length })
    const evidence = recent.map(({ title, dateText }) => ({
      observation: observation.id,
      quote: `${title} ${dateText}`.slice(0, 120),
    }))
    return failed({ message: 'few', data: { count: recent.length, from, atLeast }, evidence })
  },
})
