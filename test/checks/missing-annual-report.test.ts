import { expect, it } from 'vitest'
import { anyCheck } from '../../src/checks/any-check.ts'
import { missingAnnualReport } from '../../src/checks/missing-annual-report.ts'
import { type Day, parseDay } from '../../src/core/day.ts'
import type { ByCadence } from '../../src/policy/cadence.ts'
import { always, ask, landing, owing, told } from '../support/check-cases.ts'

const check = anyCheck(missingAnnualReport)
const by = (monthDay: string, scope: Partial<ByCadence> = {}): ByCadence => ({
  ...always,
  kind: 'by',
  monthDay,
  titled: '年度报告|年报',
  ...scope,
})
const SWITCH = {
  before: parseDay('2019-05-14'),
  from: parseDay('2019-05-15'),
} as const
const LAW = owing(
  by('03-31', { until: SWITCH.before }),
  by('01-31', { from: SWITCH.from, kinds: ['department'] }),
  by('03-31', { from: SWITCH.from, kinds: ['district'] }),
)
const DEPARTMENT = { ...LAW, unit: { kind: 'department', names: ['市财政局'] } } as const

const years = (...named: readonly number[]) =>
  landing(
    `<title>年度报告</title><ul class="list">${named.map((year) => `<li><a href="/d/${year}.html">${year}年政府信息公开工作年度报告</a><span>${year + 1}-03-20</span></li>`).join('')}</ul>`,
  )

it.each([
  ['this spring’s', years(2025, 2024, 2023), 'passed'],
  ['not there', years(2024, 2023, 2022), 'failed missing'],
  [
    'a page that is the report',
    landing(`<title>2025年政府信息公开年度报告</title><p>${'内容'.repeat(200)}</p>`),
    'passed',
  ],
  [
    'a page that is another report',
    landing(`<title>2024年政府信息公开年度报告</title><p>${'内容'.repeat(200)}</p>`),
    'cantTell no-list',
  ],
])('%s', (_what, where, want) => {
  expect(told(ask(check, { landing: where }, {}, LAW))).toBe(want)
})

it.each([
  ['district', LAW, '2026-01-31', years(2024, 2023), 'passed'],
  ['district', LAW, '2026-03-31', years(2024, 2023), 'passed'],
  ['district', LAW, '2026-04-01', years(2024, 2023), 'failed missing'],
  ['department', DEPARTMENT, '2026-01-31', years(2024, 2023), 'passed'],
  ['department', DEPARTMENT, '2026-02-01', years(2024, 2023), 'failed missing'],
  ['department, law of 2008', DEPARTMENT, '2019-03-31', years(2017, 2016), 'passed'],
  ['department, law of 2008', DEPARTMENT, '2019-04-01', years(2017, 2016), 'failed missing'],
  ['department, law of 2008 after its end', DEPARTMENT, '2020-01-31', years(2017, 2016), 'failed missing'],
  ['department, report of 2018 alone', DEPARTMENT, '2020-01-31', years(2018, 2017), 'passed'],
  ['department, law of 2019', DEPARTMENT, '2020-02-01', years(2018, 2017), 'failed missing'],
  ['district, law of 2019', LAW, '2020-02-01', years(2018, 2017), 'passed'],
])('%s on %s', (_who, view, asOf, where, want) => {
  expect(told(ask(check, { landing: where }, {}, view, parseDay(asOf) as Day))).toBe(want)
})

it('asks nothing of whom no law binds', () => {
  const enterprise = { ...LAW, unit: { kind: 'enterprise', names: ['市电力公司'] } } as const
  const judgement = ask(
    check,
    { landing: years(2001) },
    {},
    { ...enterprise, item: { ...LAW.item, cadences: LAW.item.cadences.slice(1) } },
  )
  expect(told(judgement)).toBe('inapplicable not-bound')
})
