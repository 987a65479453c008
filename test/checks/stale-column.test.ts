import { expect, it } from 'vitest'
import { anyCheck } from '../../src/checks/any-check.ts'
import { staleColumn } from '../../src/checks/stale-column.ts'
import { parseDay } from '../../src/core/day.ts'
import type { Landing } from '../../src/facts/facts.ts'
import { always, ask, landing, listPage, owing, told } from '../support/check-cases.ts'

const check = anyCheck(staleColumn)
const every = (period: string) => owing({ ...always, kind: 'every', period })
const article = (date: string): Landing =>
  landing(`<h1>公报</h1><p>发布时间：${date}</p><p>${'内容'.repeat(200)}</p>`)

it.each<[string, Landing, string, string]>([
  ['today', listPage('2026-11-16'), 'P14D', 'passed'],
  ['exactly 14 days old', listPage('2026-11-02'), 'P14D', 'passed'],
  ['15 days old', listPage('2026-11-01'), 'P14D', 'failed stale'],
  ['half a year to the day', listPage('2026-05-16'), 'P6M', 'passed'],
  ['half a year and a day', listPage('2026-05-15'), 'P6M', 'failed stale'],
  ['pinned old entry first', listPage('2015-05-04', '2026-11-10', '2026-11-01'), 'P14D', 'passed'],
  ['only a future date', listPage('2027-01-01', '2025-01-01'), 'P1Y', 'failed stale'],
  ['no dates', listPage('', '', '', '', ''), 'P14D', 'inapplicable undated'],
  ['blank', landing('<p>暂无数据</p>'), 'P14D', 'inapplicable blank'],
  ['a fresh article', article('2026-11-10'), 'P14D', 'passed'],
  ['an old article', article('2024-11-10'), 'P1Y', 'failed stale'],
  ['an article without a date', landing(`<p>${'内容'.repeat(200)}</p>`), 'P1Y', 'cantTell no-date'],
  [
    'a clock is no date',
    landing(`<div>今天是2026年11月16日 星期一</div><p>${'内容'.repeat(200)}</p>`),
    'P14D',
    'cantTell no-date',
  ],
])('%s', (_what, where, period, want) => {
  expect(told(ask(check, { landing: where }, {}, every(period)))).toBe(want)
})

it('counts the days overdue', () => {
  const judgement = ask(check, { landing: listPage('2026-10-30') }, {}, every('P14D'))
  expect(judgement).toMatchObject({
    defects: [{ data: { newest: '2026-10-30', overdue: 3, limit: '2026-11-02' } }],
  })
})

it.each([
  ['2026-11-01', '刚到期'],
  ['2026-10-27', '刚到期'],
  ['2026-10-26', '逾期'],
  ['2026-10-20', '逾期'],
  ['2026-10-19', '长期逾期'],
])('says how late the newest entry of %s is under two weeks: %s', (newest, degree) => {
  const judgement = ask(check, { landing: listPage(newest) }, {}, every('P14D'))
  expect(judgement).toMatchObject({ defects: [{ data: { degree } }] })
})

it('does not judge whom no cadence binds', () => {
  const view = owing({ ...always, kind: 'every', period: 'P14D', until: parseDay('2026-11-15') })
  expect(told(ask(check, { landing: listPage('2020-01-01') }, {}, view))).toBe('inapplicable not-bound')
})
