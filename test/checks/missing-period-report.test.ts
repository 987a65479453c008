import { expect, it } from 'vitest'
import { anyCheck } from '../../src/checks/any-check.ts'
import { missingPeriodReport } from '../../src/checks/missing-period-report.ts'
import { always, ask, landing, owing, told } from '../support/check-cases.ts'

const check = anyCheck(missingPeriodReport)
const QUARTERLY = owing({ ...always, kind: 'each', period: 'quarter', dueWithin: 'P1M', titled: '财政收支' })

/** A list of these titles, each with its day. */
const titles = (...rows: readonly (readonly [string, string])[]) =>
  landing(
    `<title>财政预决算</title><ul class="list">${rows.map(([title, day], at) => `<li><a href="/d/${at}.html">${title}</a><span>${day}</span></li>`).join('')}</ul>`,
  )

const OLDER = [
  ['2026年第二季度财政收支情况', '2026-07-20'],
  ['关于2025年财政决算的报告', '2026-06-30'],
  ['2026年第一季度财政收支情况', '2026-04-20'],
] as const

it.each([
  ['the quarter', titles(['2026年第三季度财政收支情况', '2026-10-20'], ...OLDER), 'passed'],
  ['months that end with it', titles(['2026年1-9月财政收支情况', '2026-10-20'], ...OLDER), 'passed'],
  ['its last month', titles(['9月份财政收支情况', '2026-10-20'], ...OLDER), 'passed'],
  ['not there', titles(...OLDER), 'failed missing'],
  [
    'only the quarter before, published anew',
    titles(['2026年第二季度财政收支情况（更正）', '2026-11-01'], ...OLDER),
    'failed missing',
  ],
  ['another title', titles(['2026年第三季度工作总结', '2026-10-20'], ...OLDER), 'failed missing'],
  [
    'a list that does not reach back',
    titles(
      ['关于召开会议的通知', '2026-11-10'],
      ['关于开展检查的通知', '2026-11-09'],
      ['关于公示的通知', '2026-11-08'],
    ),
    'cantTell list-too-short',
  ],
  [
    'a list that does not reach back under a pinned old entry',
    titles(
      ['政府信息公开指南', '2015-05-04'],
      ['关于召开会议的通知', '2026-11-10'],
      ['关于开展检查的通知', '2026-11-09'],
    ),
    'cantTell list-too-short',
  ],
  ['an article', landing(`<title>说明</title><p>${'内容'.repeat(200)}</p>`), 'cantTell no-list'],
  ['blank', landing('<title>栏目</title><p>暂无数据</p>'), 'inapplicable blank'],
])('%s', (_what, where, want) => {
  expect(told(ask(check, { landing: where }, {}, QUARTERLY))).toBe(want)
})

it.each([
  '2026年1～9月财政收支',
  '2026年1—9月财政收支',
  '２０２６年１－９月财政收支',
  '2026 年 9 月财政收支',
  '2026年九月份财政收支',
  '2026年一至九月财政收支',
  '2026年前九个月财政收支',
  '2026年7、8、9月财政收支',
  '2026年1-3季度财政收支',
  '2026年第Ⅲ季度财政收支',
  '2026年第叁季度财政收支',
  '2026年Q3财政收支',
  '二〇二六年三季度财政收支',
  '截至2026年9月30日财政收支情况',
])('the quarter, as %s', (title) => {
  for (const day of ['2026-10-20', ''])
    expect(told(ask(check, { landing: titles([title, day], ...OLDER) }, {}, QUARTERLY))).toBe('passed')
})

it.each([
  ['今年前三季度财政收支', ''],
  ['截至9月底财政收支情况', ''],
  ['2026.09财政收支', '2026-10-20'],
])('nobody can tell the time of %s', (title, day) => {
  const judgement = ask(check, { landing: titles([title, day], ...OLDER) }, {}, QUARTERLY)
  expect(told(judgement)).toBe('cantTell period-untold')
})

it('says how late it is', () => {
  const judgement = ask(check, { landing: titles(...OLDER) }, {}, QUARTERLY)
  expect(judgement).toMatchObject({
    defects: [{ data: { period: '2026年第三季度', due: '2026-10-31', late: 16, degree: '刚到期' } }],
  })
})
