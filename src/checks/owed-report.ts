import type { Day } from '../core/day.ts'
import { type ReportPeriod, reportPeriodWords } from '../core/report-period.ts'
import type { Landing } from '../facts/facts.ts'
import { titledPeriods } from '../facts/titled-periods.ts'
import { cantTell, failed, inapplicable, type Judgement, passed } from './check.ts'
import { type UnreadMessage, unreadMessages, whyUnread } from './unread.ts'

/** What a check of reports that are owed for a period can say. */
export const owedReportMessages = {
  missing: {
    text: {
      zh: '未见{{period}}的内容（应于 {{due}} 前公布；栏目最近一条为 {{newest}}）。',
      en: 'Nothing for {{label}} (due by {{due}}; the newest entry of the column is of {{newest}}).',
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
  'no-list': {
    text: { zh: '页面不是列表，暂无法判定。', en: 'The page is no list.' },
    remedy: { zh: '请人工查看该页面。', en: 'Look at the page by hand.' },
  },
  blank: {
    text: { zh: '栏目无内容，由“空白栏目”一项判定。', en: 'The column is blank; see blank-column.' },
    remedy: { zh: '请补充栏目内容。', en: 'Fill the column.' },
  },
  ...unreadMessages,
} as const

type OwedReportMessage = UnreadMessage | 'missing' | 'list-too-short' | 'no-list' | 'blank'

/** What is asked of a column: the report of a period, under a title, by a day. */
export interface OwedReport {
  readonly period: ReportPeriod
  readonly due: Day
  /** Regular expression that the title of such a report matches. */
  readonly titled: string
}

/** Whether a column has the report: an entry whose title fits and whose time ends with that of the period. */
export function judgeOwedReport(
  landing: Landing,
  { period, due, titled }: OwedReport,
): Judgement<OwedReportMessage> {
  const unread = whyUnread(landing)
  if (unread !== null || landing.kind === 'unread') return unread ?? passed()
  const { page, observation } = landing
  const pattern = new RegExp(titled, 'u')
  const endsWith = (title: string, day: Day | null): boolean =>
    pattern.test(title) && titledPeriods(title, day).some((one) => one.to === period.to)
  if (page.listing.kind === 'empty' || page.kind === 'empty') return inapplicable('blank')
  if (endsWith(page.title, page.published?.date ?? null)) return passed()
  if (page.listing.kind !== 'entries') return cantTell('no-list')
  const { entries, newest } = page.listing
  if (entries.some((entry) => endsWith(entry.title, entry.date))) return passed()
  const words = reportPeriodWords(period)
  const reachesBack = entries.some(
    ({ title, date }) =>
      (date !== null && date <= period.to) ||
      (pattern.test(title) && titledPeriods(title, date).some((one) => one.to < period.to)),
  )
  if (!reachesBack) return cantTell('list-too-short', { period: words.zh, label: words.en })
  const data = { period: words.zh, label: words.en, due, newest: newest ?? '—' }
  const quote = entries[0]?.title.slice(0, 120) ?? ''
  return failed({ message: 'missing', data, evidence: [{ observation: observation.id, quote }] })
}
