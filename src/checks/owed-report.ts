import { type Day, daysBetween } from '../core/day.ts'
import type { ObservationId } from '../core/ids.ts'
import { latenessOf, latenessWords } from '../core/lateness.ts'
import { reportPeriodWords } from '../core/report-period.ts'
import type { Landing } from '../facts/facts.ts'
import { listReachesBack } from '../facts/list-reach.ts'
import type { Entry, Page } from '../facts/page.ts'
import { titledPeriods } from '../facts/titled-periods.ts'
import type { DueReport } from '../policy/due-report.ts'
import { cantTell, failed, inapplicable, type Judgement, passed, type Times } from './check.ts'
import { unreadMessages, whyUnread } from './unread.ts'

/** What a check of reports that are owed for a period can say. */
export const owedReportMessages = {
  missing: {
    text: {
      zh: '未见{{period}}的内容（应不迟于 {{due}} 公布，已逾期 {{late}} 天，{{degree}}；栏目最近一条为 {{newest}}）。',
      en: 'Nothing for {{label}} (due by {{due}}, {{late}} days late, {{degreeEnglish}}; the newest entry of the column is of {{newest}}).',
    },
    remedy: {
      zh: '请补发该期内容，标题写明所属时期；已在他处发布的，请报送网址。',
      en: 'Publish it, with the period in its title; report the address if it stands elsewhere.',
    },
  },
  'list-too-short': {
    text: {
      zh: '首页列表未追溯到{{period}}，暂无法判定是否已公布。',
      en: 'The first page of the list does not reach back to {{label}}.',
    },
    remedy: { zh: '请人工查看后续页。', en: 'Look at the further pages by hand.' },
  },
  'period-untold': {
    text: {
      zh: '《{{title}}》所属时期无法辨认，是否即为{{period}}的内容，暂无法判定。',
      en: 'The time that “{{title}}” covers cannot be read; it may be the one for {{label}}.',
    },
    remedy: {
      zh: '请人工查看该信息；标题宜写明所属时期。',
      en: 'Look at the entry; better put its period in the title.',
    },
  },
  'no-list': {
    text: { zh: '页面不是列表，暂无法判定。', en: 'The page is no list.' },
    remedy: { zh: '请人工查看该页面。', en: 'Look at the page by hand.' },
  },
  blank: {
    text: { zh: '栏目无内容，由“空白栏目”一项判定。', en: 'The column is blank; see blank-column.' },
    remedy: { zh: '请补充栏目内容。', en: 'Fill the column.' },
  },
  'not-bound': {
    text: { zh: '该单位当时没有应公布的报告。', en: 'No report is due from the unit on that day.' },
    remedy: { zh: '无需整改。', en: 'Nothing to do.' },
  },
  ...unreadMessages,
} as const

type OwedReportMessage = keyof typeof owedReportMessages

/** Whether a title fits and names a time that ends with a day. */
const endsWith = (title: string, published: Day | null, titled: RegExp, end: Day): boolean =>
  titled.test(title) && titledPeriods(title, published).some((one) => one.to === end)

/** Whether a fitting entry, undated or published since a day, speaks of a time that its title does not let us read. */
const isUntold = ({ title, date }: Entry, titled: RegExp, day: Day): boolean =>
  titled.test(title) &&
  (date === null || date > day) &&
  titledPeriods(title, date).length === 0 &&
  /[季月]|\d\d[.-]\d/.test(title)

/**
 * Whether a list shows everything that was published since a day: its last entry is older, or an entry is the report of an
 * earlier period. Pinned entries stand first and prove nothing.
 */
const reachesBack = (entries: readonly Entry[], titled: RegExp, day: Day): boolean =>
  listReachesBack(entries, day) ||
  entries.some(
    ({ title, date }) => titled.test(title) && titledPeriods(title, date).some((one) => one.to < day),
  )

function judgeOne(
  page: Page,
  observation: ObservationId,
  { period, due, titled }: DueReport,
  { asOf, thresholds }: Pick<Times, 'asOf' | 'thresholds'>,
): Judgement<OwedReportMessage> {
  const pattern = new RegExp(titled ?? '', 'u')
  if (endsWith(page.title, page.published?.date ?? null, pattern, period.to)) return passed()
  if (page.listing.kind !== 'entries') return cantTell('no-list')
  const { entries, newest } = page.listing
  if (entries.some((entry) => endsWith(entry.title, entry.date, pattern, period.to))) return passed()
  const words = reportPeriodWords(period)
  const untold =
    titled === null || titled === undefined
      ? undefined
      : entries.find((one) => isUntold(one, pattern, period.to))
  if (untold !== undefined)
    return cantTell('period-untold', {
      title: untold.title.slice(0, 80),
      period: words.zh,
      label: words.en,
    })
  if (!reachesBack(entries, pattern, period.to))
    return cantTell('list-too-short', { period: words.zh, label: words.en })
  const late = daysBetween(due, asOf)
  const lateness = latenessOf(late, daysBetween(period.from, period.to) + 1, thresholds)
  if (lateness === null) return passed()
  const degree = latenessWords(lateness)
  const quote = entries[0]?.title.slice(0, 120) ?? ''
  const data = {
    period: words.zh,
    label: words.en,
    due,
    late,
    degree: degree.zh,
    degreeEnglish: degree.en,
    newest: newest ?? '—',
  }
  return failed({ message: 'missing', data, evidence: [{ observation, quote }] })
}

/** Whether a column has the reports that are due: for each, an entry whose title fits and whose time ends with its period. */
export function judgeOwedReports(
  landing: Landing,
  reports: readonly DueReport[],
  times: Pick<Times, 'asOf' | 'thresholds'>,
): Judgement<OwedReportMessage> {
  if (reports.length === 0) return inapplicable('not-bound')
  const unread = whyUnread(landing)
  if (unread !== null || landing.kind === 'unread') return unread ?? passed()
  const { page, observation } = landing
  if (page.listing.kind === 'empty' || page.kind === 'empty') return inapplicable('blank')
  const judged = reports.map((report) => judgeOne(page, observation.id, report, times))
  const worst =
    judged.find((one) => one.outcome === 'failed') ?? judged.find((one) => one.outcome !== 'passed')
  return worst ?? passed()
}
