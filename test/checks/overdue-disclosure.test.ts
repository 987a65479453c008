import { expect, it } from 'vitest'
import { anyCheck } from '../../src/checks/any-check.ts'
import type { DutyEvent } from '../../src/checks/check.ts'
import { overdueDisclosure } from '../../src/checks/overdue-disclosure.ts'
import { type Day, parseDay } from '../../src/core/day.ts'
import type { Landing } from '../../src/facts/facts.ts'
import { always, ask, landing, owing, told } from '../support/check-cases.ts'

const check = anyCheck(overdueDisclosure)
const ITEM = owing(
  { ...always, kind: 'afterEvent', event: 'campaign-end', within: 'P3M' },
  { ...always, kind: 'afterEvent', event: 'budget-approval', within: '20 workdays' },
  { ...always, kind: 'promptly', event: 'emergency-campaign', within: 'P1M' },
)
const event = (on: string, kind: DutyEvent['kind'] = 'campaign-end'): DutyEvent => ({
  id: `e-${on}`,
  kind,
  name: '2026年“帮困送温暖”集中募捐活动',
  aliases: ['冬季暖心行动'],
  on: parseDay(on) as Day,
})
const duty = (...events: readonly DutyEvent[]) => ({ ...ITEM, address: null, events })
const ENDED = duty(event('2026-06-30'))

const OLDER = [
  ['关于召开慈善大会的通知', '2026-07-15'],
  ['全市志愿者招募启动', '2026-05-10'],
  ['红十字会工作总结', '2026-02-10'],
] as const
const list = (...rows: readonly (readonly [string, string])[]) =>
  landing(
    `<title>捐赠救助</title><ul class="list">${[...rows, ...OLDER].map(([title, day], at) => `<li><a href="/d/${at}.html">${title}</a><span>${day}</span></li>`).join('')}</ul>`,
  )
const short = landing(
  `<title>捐赠救助</title><ul class="list">${['2026-11-10', '2026-11-09', '2026-11-08'].map((day, at) => `<li><a href="/d/${at}.html">关于召开第${at}次会议的通知</a><span>${day}</span></li>`).join('')}</ul>`,
)
const unread: Landing = { kind: 'unread', why: 'failed', observation: null }

it.each<[string, readonly Landing[], ReturnType<typeof duty>, string]>([
  ['nothing about it', [list()], ENDED, 'failed overdue'],
  ['in time still', [list()], duty(event('2026-08-16')), 'passed'],
  ['the first day too late', [list()], duty(event('2026-08-15')), 'failed overdue'],
  ['its use published', [list(['“帮困送温暖”捐款使用情况公示', '2026-09-20'])], ENDED, 'passed'],
  ['under another name', [list(['冬季暖心捐款使用情况', '2026-09-20'])], ENDED, 'passed'],
  ['in a second column', [list(), list(['帮困送温暖款物使用情况', '2026-09-20'])], ENDED, 'passed'],
  ['last year’s', [list(['2025年“帮困送温暖”捐款使用情况', '2026-07-20'])], ENDED, 'failed overdue'],
  ['before its end', [list(['“帮困送温暖”捐款情况', '2026-06-20'])], ENDED, 'cantTell early'],
  ['only its start', [list(['“帮困送温暖”活动启动', '2026-06-01'])], ENDED, 'failed overdue'],
  ['something like it', [list(['“送温暖、献爱心”捐款公示', '2026-09-20'])], ENDED, 'cantTell alike'],
  ['last words in brackets', [list(['募捐款物使用情况公示（帮困送温暖）', '2026-09-20'])], ENDED, 'passed'],
  ['no quotation marks', [list(['2026年度帮困送温暖募捐资金使用情况', '2026-09-20'])], ENDED, 'passed'],
  ['other brackets', [list(['【公示】「帮困送温暖」善款去向', '2026-09-20'])], ENDED, 'passed'],
  [
    'straight quotation marks',
    [list(['市慈善基金会"帮困送温暖"专项资金审计报告', '2026-09-20'])],
    ENDED,
    'passed',
  ],
  ['a sign inside', [list(['帮困·送温暖捐款使用情况', '2026-09-20'])], ENDED, 'passed'],
  ['a space inside', [list(['帮困　送温暖 募捐使用情况', '2026-09-20'])], ENDED, 'passed'],
  ['a year in Chinese', [list(['二〇二六年帮困送温暖募捐情况', '2026-09-20'])], ENDED, 'passed'],
  ['two years', [list(['2025-2026年度帮困送温暖募捐款使用情况', '2026-09-20'])], ENDED, 'passed'],
  ['cut short', [list(['关于2026年帮困送温…', '2026-09-20'])], ENDED, 'passed'],
  ['no day', [list(['帮困送温暖捐赠使用情况', ''])], ENDED, 'passed'],
  ['another campaign', [list(['“蓝天下的至爱”捐款使用情况', '2026-09-20'])], ENDED, 'failed overdue'],
  ['no name at all', [list(['2026年上半年募捐款物使用情况', '2026-09-20'])], ENDED, 'cantTell general'],
  ['the whole city’s', [list(['关于全市募捐资金使用情况的公告', '2026-09-20'])], ENDED, 'cantTell general'],
  ['no name, before it', [list(['募捐资金使用情况', '2026-06-20'])], ENDED, 'failed overdue'],
  ['no name, another year', [list(['2025年募捐资金使用情况', '2026-09-20'])], ENDED, 'failed overdue'],
  ['other news of charity', [list(['慈善组织年报抽查', '2026-09-20'])], ENDED, 'failed overdue'],
  ['a short list', [short], ENDED, 'cantTell list-too-short'],
  ['a column that cannot be read', [list(), unread], ENDED, 'cantTell unread'],
  ['an article', [landing(`<title>说明</title><p>${'内容'.repeat(200)}</p>`)], ENDED, 'cantTell no-list'],
  ['no column', [], ENDED, 'inapplicable unregistered'],
  ['no event', [list()], duty(), 'inapplicable no-event'],
  [
    'an event of another cadence',
    [list()],
    duty(event('2026-06-30', 'emergency-campaign')),
    'inapplicable no-event',
  ],
  ['beyond the calendar', [list()], duty(event('2021-06-30', 'budget-approval')), 'cantTell beyond-calendar'],
])('%s', (_what, columns, view, want) => {
  expect(told(ask(check, { columns }, {}, view))).toBe(want)
})

const OF_KINDS: readonly (readonly [DutyEvent['kind'], string, string, string])[] = [
  ['budget-approval', '2025年区级决算', '部门决算公开', 'cantTell general'],
  ['budget-approval', '2025年区级决算', '2025年部门决算公开', 'cantTell general'],
  ['budget-approval', '2025年区级决算', '2024年部门决算公开', 'failed overdue'],
  ['budget-approval', '2025年区级决算', '国有土地使用权出让金收入和使用情况', 'failed overdue'],
  ['budget-approval', '2025年区级决算', '募捐款物使用情况', 'failed overdue'],
]

it.each(OF_KINDS)('%s “%s”: %s', (kind, name, title, want) => {
  const view = duty({ ...event('2026-06-30', kind), name, aliases: [] })
  expect(told(ask(check, { columns: [list([title, '2026-09-20'])] }, {}, view))).toBe(want)
})

it('counts 20 working days', () => {
  const view = duty(event('2026-09-14', 'budget-approval'))
  expect(ask(check, { columns: [list()] }, {}, view)).toMatchObject({
    defects: [{ aspect: 'e-2026-09-14', data: { due: '2026-10-16', late: 31, degree: '逾期' } }],
  })
})

it('takes an emergency’s time for a default', () => {
  const view = duty(event('2026-06-30', 'emergency-campaign'))
  expect(told(ask(check, { columns: [list()] }, { cadence: 'promptly' }, view))).toBe('failed overdue')
})
