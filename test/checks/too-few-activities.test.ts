import { expect, it } from 'vitest'
import { anyCheck } from '../../src/checks/any-check.ts'
import { tooFewActivities } from '../../src/checks/too-few-activities.ts'
import { ask, landing, listPage, told } from '../support/check-cases.ts'

const check = anyCheck(tooFewActivities)

it.each([
  ['three in the year', listPage('2026-10-01', '2026-05-01', '2025-11-16', '2025-01-01'), 'passed'],
  ['the third a day too old', listPage('2026-10-01', '2026-05-01', '2025-11-15', '2025-01-01'), 'failed few'],
  ['one in the year', listPage('2026-10-01', '2025-05-01', '2024-11-15'), 'failed few'],
  ['many on a short list', listPage('2026-10-03', '2026-10-02', '2026-10-01'), 'passed'],
  ['two on a short list', listPage('2026-10-03', '2026-10-02'), 'cantTell list-too-short'],
  [
    'a pinned old one on a short list',
    listPage('2015-01-01', '2026-10-03', '2026-10-02'),
    'cantTell list-too-short',
  ],
  [
    'announced for the future',
    listPage('2026-12-20', '2026-10-03', '2026-10-02', '2024-10-02'),
    'cantTell list-too-short',
  ],
  ['none in the year', listPage('2024-10-03', '2024-10-02', '2024-05-01'), 'inapplicable none'],
  ['one without a date', listPage('2026-10-03', '2026-10-02', '', '2024-05-01'), 'cantTell list-too-short'],
  ['days in any order', listPage('2025-01-01', '2026-10-01', '2026-05-01', '2026-01-05'), 'passed'],
  ['the oldest first', listPage('2024-01-01', '2024-01-02', '2026-10-01'), 'cantTell list-too-short'],
  ['an old one in the middle', listPage('2026-10-03', '2015-01-01', '2026-10-02'), 'cantTell list-too-short'],
  ['three on one day', listPage('2026-10-01', '2026-10-01', '2026-10-01', '2024-01-01'), 'passed'],
  ['slashes', listPage('2026/10/01', '2026/05/01', '2026/1/5', '2024/01/01'), 'passed'],
  ['points', listPage('2026.10.01', '2026.05.01', '2026.01.05', '2024.01.01'), 'passed'],
  ['Chinese days', listPage('2026年10月1日', '2026年5月1日', '2026年1月5日', '2024年1月1日'), 'passed'],
  ['days in brackets', listPage('[2026-10-01]', '(2026-05-01)', '【2026-01-05】', '2024-01-01'), 'passed'],
  ['short years', listPage('26-10-01', '26-05-01', '26-01-05', '24-01-01'), 'passed'],
  ['no years', listPage('10-01', '05-01', '01-05', '12-30'), 'passed'],
  [
    'hours too',
    listPage('2026-10-01 09:00', '2026-05-01 09:00', '2025-11-16 09:00', '2024-01-01 10:00'),
    'passed',
  ],
  ['months only', listPage('2026-10', '2026-05', '2026-01', '2024-01'), 'cantTell no-list'],
  ['blank', landing('<p>暂无数据</p>'), 'inapplicable none'],
  ['an article', landing(`<p>${'内容'.repeat(200)}</p>`), 'cantTell no-list'],
])('%s', (_what, where, want) => {
  expect(told(ask(check, { landing: where }, { atLeast: 3 }))).toBe(want)
})
