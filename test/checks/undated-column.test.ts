import { expect, it } from 'vitest'
import { anyCheck } from '../../src/checks/any-check.ts'
import { undatedColumn } from '../../src/checks/undated-column.ts'
import { ask, landing, listPage, told } from '../support/check-cases.ts'

const check = anyCheck(undatedColumn)

it.each([
  ['none dated', listPage('', '', '', '', ''), 'failed undated'],
  ['one dated', listPage('2026-01-05', '2026-01-03', ''), 'passed'],
  ['too few to be a list', listPage('2026-01-05'), 'inapplicable no-list'],
  ['an article', landing(`<p>${'内容'.repeat(200)}</p>`), 'inapplicable no-list'],
  ['blank', landing('<p>暂无数据</p>'), 'inapplicable no-list'],
])('%s', (_what, where, want) => {
  expect(told(ask(check, { landing: where }))).toBe(want)
})
