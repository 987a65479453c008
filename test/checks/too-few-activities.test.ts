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
  ['blank', landing('<p>暂无数据</p>'), 'inapplicable none'],
  ['an article', landing(`<p>${'内容'.repeat(200)}</p>`), 'cantTell no-list'],
])('%s', (_what, where, want) => {
  expect(told(ask(check, { landing: where }, { atLeast: 3 }))).toBe(want)
})
