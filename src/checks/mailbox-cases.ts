import type { Facts } from '../facts/facts.ts'
import { titledPeriods } from '../facts/titled-periods.ts'
import { cantTell, failed, inapplicable, type Judgement, passed } from './check.ts'
import type { MissingFeedbackMessage } from './missing-feedback-messages.ts'
import { whyUnread } from './unread.ts'

const STATISTICS = /统计|汇总|办理情况|处理情况/
const CASES =
  /典型|案例|选登|选编|选刊|摘登|办理结果|处理结果|答复|回复|办复|回应|来信反馈|来信精选|来信照登|事例|实例|故事|问答|反映(?:的)?问题(?:的)?(?:处理|办理|解决)情况(?!的?(?:统计|汇总))/
/** So many months of statistics must be seen before their cases are missed. */
const FEWEST = 3

/** Whether typical cases stand beside the statistics: in a title, or as a tab or heading of any page of the duty. */
export function mailboxCases({
  landing,
  columns,
}: Pick<Facts, 'landing' | 'columns'>): Judgement<MissingFeedbackMessage> {
  const unread = whyUnread(landing)
  if (unread !== null || landing.kind === 'unread') return unread ?? passed()
  const { listing } = landing.page
  if (listing.kind !== 'entries') return inapplicable('no-statistics')
  const statistics = listing.entries.filter(
    ({ title, date }) => STATISTICS.test(title) && titledPeriods(title, date).length > 0,
  )
  if (statistics.length < FEWEST) return inapplicable('no-statistics')
  if (columns.some((one) => one.kind === 'page' && CASES.test(one.page.text))) return passed()
  if (columns.some((one) => whyUnread(one) !== null)) return cantTell('other-column-unread')
  const evidence = statistics
    .slice(0, FEWEST)
    .map(({ title }) => ({ observation: landing.observation.id, quote: title.slice(0, 120) }))
  return failed({ message: 'no-cases', data: { count: statistics.length }, evidence })
}
