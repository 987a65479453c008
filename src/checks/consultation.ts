import { addPeriod, type Day } from '../core/day.ts'
import { closingDay } from '../facts/closing-day.ts'
import type { EntryPage } from '../facts/facts.ts'
import type { Entry } from '../facts/page.ts'

const CONSULTATION =
  /征求.{0,12}意见|公开征集|意见征集|网上征集|征询|问卷调查|民意调查|网上调查|网上评议|关于.{0,20}听取.{0,8}意见/
const RESULT = /结果|反馈|采纳|情况|汇总|统计|答复|公布|揭晓|总结|报告/
const QUOTED = /《[^》]*》?/g
/** News of meetings, rules about asking, calls for things and people, objections to a registration: nobody's views are asked. */
const OTHERWISE =
  /座谈会|意见会|会议|培训(?:会|班|的通知)|走访|召开|深入|征求意见箱|规定的通知|制度$|线索|代理机构|供应商|承办|项目公开征集|征集.{0,12}项目|志愿者|征询异议|招聘|系统升级|延长|终止|结束|落幕|帷幕|说明|获奖|名单|资料|史料|实践活动/
const RESULT_ON_PAGE = /结果反馈|反馈结果|采纳情况|征集结果|调查结果|征求意见结果|意见采纳|反馈情况/

/** Results of consultations whose titles name none: 意见征集结果反馈, 6月份意见征集采纳情况汇总. */
const UNNAMED =
  /^(?:关于)?(?:公布)?(?:\d{4}年)?(?:\d{1,2}月份?|第?[一二三四1-4]季度|[上下]半年)?(?:网上|网络)?(?:公开)?(?:征求意见|意见征集|民意调查|民意征集|网上调查|征集|征询|评议|调查)(?:活动)?的?(?:意见)?(?:结果|反馈|采纳|情况|汇总)+的?(?:公示|公告|通报|反馈|汇总)?$/

/** How long a consultation is open whose closing day nobody tells (重大行政决策程序暂行条例 §15: at least 30 days). */
const OPEN = 'P30D'

/** Whether an entry asks people for their views, and does not tell what came of it. */
export const isConsultation = ({ title }: Entry): boolean =>
  CONSULTATION.test(title) && !RESULT.test(title) && !OTHERWISE.test(title.replace(QUOTED, ''))

/** Whether an entry tells results, and not of what. */
export const tellsUnnamed = ({ title }: Pick<Entry, 'title'>): boolean =>
  UNNAMED.test(title.replace(/\s/g, ''))

/** Whether the words of a consultation's own page tell what came of it. */
export const tellsResult = (words: string): boolean => RESULT_ON_PAGE.test(words)

/** The day on which a consultation of some day closed: as its title or page tells, at least 30 days after it opened. */
export function closedOn(entry: Entry, date: Day, page: EntryPage | undefined): Day {
  const words = page?.landing.kind === 'page' ? page.landing.page.text : ''
  const told = closingDay(`${entry.title} ${words}`, date)
  const assumed = addPeriod(date, OPEN)
  return told !== null && told > assumed ? told : assumed
}
