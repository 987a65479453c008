import { describe, expect, it } from 'vitest'
import { anyCheck } from '../../src/checks/any-check.ts'
import { missingFeedback } from '../../src/checks/missing-feedback.ts'
import { parseDay } from '../../src/core/day.ts'
import type { EntryPage, Landing } from '../../src/facts/facts.ts'
import { address, always, ask, landing, owing, told } from '../support/check-cases.ts'

const check = anyCheck(missingFeedback)
type Row = readonly [title: string, day: string]
const list = (...rows: readonly Row[]) =>
  landing(
    `<title>栏目</title><ul class="list">${rows.map(([title, day], at) => `<li><a href="/d/${at}.html">${title}</a><span>${day}</span></li>`).join('')}</ul>`,
  )
const NEWS: readonly Row[] = [
  ['关于举办社区活动的通知', '2026-11-10'],
  ['全市工作会议在市政府召开', '2026-11-02'],
]

describe('a consultation that closed', () => {
  const ITEM = owing({ ...always, kind: 'promptly', event: 'consultation-close', within: 'P1M' })
  const ASKED: Row = ['关于《云川市房屋租赁管理办法（征求意见稿）》公开征求意见的公告', '2026-06-10']
  const page = (text: string): Landing => landing(`<h1>公告</h1><p>${text}</p><p>${'内容'.repeat(200)}</p>`)
  const told5 = (column: Landing, own: Landing = page('欢迎提出意见。'), columns = [column], view = ITEM) => {
    const entries =
      column.kind === 'page' && column.page.listing.kind === 'entries' ? column.page.listing.entries : []
    const entryPages = entries.map(
      (entry): EntryPage => ({
        text: entry.title,
        address: entry.address ?? address('http://a.gov.example/'),
        landing: own,
      }),
    )
    return told(ask(check, { landing: column, columns, entryPages }, { of: 'consultations' }, view))
  }

  it.each<[string, string]>([
    [told5(list(...NEWS, ASKED)), 'failed no-result'],
    [told5(list(...NEWS, ['《云川市房屋租赁管理办法》意见采纳情况', '2026-08-01'], ASKED)), 'passed'],
    [told5(list(...NEWS, ['关于印发《云川市房屋租赁管理办法》的通知', '2026-08-01'], ASKED)), 'passed'],
    [told5(list(...NEWS, ['房屋租赁新规出台', '2026-08-01'], ASKED)), 'failed no-result'],
    [told5(list(...NEWS, ['云川市房屋租赁规定解读', '2026-08-01'], ASKED)), 'cantTell alike'],
    [told5(list(...NEWS, ['意见征集结果反馈', '2026-08-01'], ASKED)), 'cantTell unnamed'],
    [told5(list(...NEWS, ['6月份意见征集采纳情况汇总', '2026-08-01'], ASKED)), 'cantTell unnamed'],
    [told5(list(...NEWS, ['关于公布征集结果的公告', '2026-08-01'], ASKED)), 'cantTell unnamed'],
    [told5(list(...NEWS, ['意见征集结果反馈', '2026-05-01'], ASKED)), 'failed no-result'],
    [told5(list(...NEWS, ['停车收费意见征集结果反馈', '2026-08-01'], ASKED)), 'failed no-result'],
    [told5(list(...NEWS, ASKED), page('征集结果：收到意见12条。')), 'passed'],
    [told5(list(...NEWS, ASKED), page('截止日期：2026年10月30日')), 'passed'],
    [
      told5(list(...NEWS, ASKED), { kind: 'unread', why: 'failed', observation: null }),
      'cantTell entry-unread',
    ],
    [told5(list(...NEWS, [ASKED[0], '2026-09-20'])), 'passed'],
    [told5(list(...NEWS)), 'inapplicable no-consultation'],
    [
      told5(list(...NEWS, ASKED), undefined, [{ kind: 'unread', why: 'failed', observation: null }]),
      'cantTell other-column-unread',
    ],
  ])('case %#: %s', (got, want) => {
    expect(got).toBe(want)
  })

  it.each([
    '市规划局召开房屋租赁管理办法征求意见座谈会',
    '市领导深入基层听取群众意见',
    '关于公开征集涉黑涉恶线索的通告',
    '关于公开征集招标代理机构的公告',
    '2026年度科技项目公开征集指南',
    '不动产登记征询异议公告',
    '征求意见箱开通公告',
    '人大代表走访企业征求意见',
    '公开征集志愿者的公告',
    '关于公开征求意见的工作制度',
    '关于《办法》（征求意见稿）的起草说明',
    '全市问卷调查活动落下帷幕',
  ])('asks for nobody’s views: %s', (title) => {
    expect(told5(list(...NEWS, [title, '2026-06-10']))).toBe('inapplicable no-consultation')
  })

  it.each([
    '关于听取房屋租赁管理意见的公告',
    '关于轨道交通项目规划公开征求意见的公告',
    '关于《家政培训管理制度》征求意见的通知',
  ])('asks for views: %s', (title) => {
    expect(told5(list(...NEWS, [title, '2026-06-10']))).toBe('failed no-result')
  })

  it('is left to overdue-disclosure where the registry has it', () => {
    const name = '《云川市房屋租赁管理办法》征求意见'
    const on = parseDay('2026-07-10')
    if (on === null) throw new Error('no day')
    const events = [{ id: 'e', kind: 'consultation-close', name, aliases: [], on }] as const
    expect(told5(list(...NEWS, ASKED), undefined, undefined, { ...ITEM, events })).toBe('passed')
  })
})

describe('statistics of letters', () => {
  const STATISTICS: readonly Row[] = [
    ['2026年10月来信办理情况统计', '2026-11-10'],
    ['2026年9月来信办理情况统计', '2026-10-10'],
    ['2026年8月来信办理情况统计', '2026-09-10'],
  ]
  it.each<[string, Landing, string]>([
    ['alone', list(...STATISTICS), 'failed no-cases'],
    ['with a case', list(...STATISTICS, ['典型案例：关于路灯的处理结果', '2026-09-10']), 'passed'],
    ['with a letter and its answer', list(...STATISTICS, ['关于路灯不亮的答复', '2026-09-10']), 'passed'],
    ['with a choice', list(...STATISTICS, ['来信精选', '2026-09-10']), 'passed'],
    ['with letters shown', list(...STATISTICS, ['来信照登', '2026-09-10']), 'passed'],
    ['with questions and answers', list(...STATISTICS, ['市民咨询问答', '2026-09-10']), 'passed'],
    ['with what was done', list(...STATISTICS, ['网友留言及办复', '2026-09-10']), 'passed'],
    ['with a response', list(...STATISTICS, ['部门回应群众关切', '2026-09-10']), 'passed'],
    ['with examples', list(...STATISTICS, ['信访事例', '2026-09-10']), 'passed'],
    ['with what people told', list(...STATISTICS, ['群众反映问题处理情况', '2026-09-10']), 'passed'],
    ['with advice taken', list(...STATISTICS, ['市民建议采用实例', '2026-09-10']), 'passed'],
    ['more statistics', list(...STATISTICS, ['群众反映问题处理情况统计', '2026-09-10']), 'failed no-cases'],
    ['with stories', list(...STATISTICS, ['热线故事', '2026-09-10']), 'passed'],
    ['two of them', list(...STATISTICS.slice(0, 2)), 'inapplicable no-statistics'],
    ['none', list(...NEWS, ['关于召开会议的通知', '2026-10-01']), 'inapplicable no-statistics'],
  ])('%s', (_what, column, want) => {
    const facts = { landing: column, columns: [column], entryPages: [] }
    expect(told(ask(check, facts, { of: 'mailbox' }))).toBe(want)
  })
})
