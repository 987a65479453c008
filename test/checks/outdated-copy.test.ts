import { describe, expect, it } from 'vitest'
import { anyCheck } from '../../src/checks/any-check.ts'
import { outdatedCopy } from '../../src/checks/outdated-copy.ts'
import type { Landing } from '../../src/facts/facts.ts'
import { ask, landing, told } from '../support/check-cases.ts'

const check = anyCheck(outdatedCopy)
const THINGS = [
  '河道整治',
  '冬季供暖',
  '旧区改造',
  '食品抽检',
  '学校招生',
  '公交线路',
  '医保报销',
  '消防演练',
  '垃圾分类',
  '就业援助',
]
type Row = readonly [title: string, day: string]
const dayOf = (age: number): string =>
  new Date(Date.parse('2026-11-16T00:00:00Z') - age * 86_400_000).toISOString().slice(0, 10)
/** Ten rows, ten days apart, the newest so many days old. */
const rows = (newest = 3): readonly Row[] =>
  THINGS.map((thing, at) => [`关于开展${thing}专项工作的通知`, dayOf(newest + at * 10)])
const list = (all: readonly Row[], more = ''): Landing =>
  landing(
    `<title>通知</title><ul>${all.map(([title, day], at) => `<li><a href="/d/${title.length}-${at}-${day}.html">${title}</a><span>${day}</span></li>`).join('')}</ul>${more}`,
  )
const judged = (portal: Landing, unit: Landing, options = {}) =>
  told(ask(check, { copies: { portal, unit } }, options))

const titled = (change: (title: string, at: number) => string) =>
  rows().map(([title, day], at): Row => [change(title, at), day])

describe('innocent pairs', () => {
  it.each([
    ['the same', rows()],
    ['cut with dots', titled((title) => `${title.slice(0, 11)}…`)],
    ['marks and signs', titled((title, at) => (at < 2 ? `【置顶】${title}` : `《${title}》[图]`))],
    ['full width', titled((title) => title.replaceAll('关', '关 ').normalize('NFKC'))],
    ['the unit’s name before it', titled((title) => `江湾区${title}`)],
    ['bare subjects', titled((title) => title.replace('关于开展', '').replace('的通知', ''))],
    [
      'days of its own',
      rows().map(([title, day], at): Row => [title, at === 0 ? day : dayOf(3 + at * 10 - 5)]),
    ],
    ['the newest still on its way', rows().slice(1)],
    ['two missing', rows().filter((_row, at) => at !== 3 && at !== 5)],
    ['a shorter first page', rows().slice(0, 5)],
    ['an old notice pinned', [['政府信息公开指南', '2015-05-04'] as Row, ...rows().slice(0, 6)]],
    [
      'entries of other units among them',
      rows().flatMap((row): readonly Row[] => [
        row,
        [`${row[0]}（外单位）`, row[1]],
        ['全市重大项目建设推进会议召开', row[1]],
      ]),
    ],
    ['a future day', [['元旦期间办事窗口安排预告', '2027-01-01'] as Row, ...rows()]],
  ])('%s', (_what, onPortal) => expect(judged(list(onPortal), list(rows()))).toBe('passed'))

  it('a unit’s first page that reaches further back', () =>
    expect(judged(list(rows()), list([...rows(), ['关于防汛物资储备的通知', dayOf(200)]]))).toBe('passed'))

  it('a portal that is newer by entries of its own only', () =>
    expect(judged(list([['全市会议', dayOf(1)], ...rows(3)]), list(rows(3)))).toBe('passed'))
})

const others = THINGS.map((thing, at): Row => [`我市召开${thing}新闻发布会暨工作座谈会`, dayOf(3 + at * 10)])

it.each([
  ['the portal stopped', list(rows(3).slice(6)), list(rows(3)), 'failed portal-behind'],
  ['the portal stopped long ago', list(rows(400)), list(others), 'failed portal-behind'],
  [
    'four missing in the middle',
    list(rows().filter((_row, at) => at < 2 || at > 5)),
    list(rows()),
    'failed missing-on-portal',
  ],
  ['the unit stopped', list(rows(3)), list(rows(3).slice(6)), 'failed unit-behind'],
  ['other lists', list(others), list(rows()), 'cantTell different-lists'],
  [
    'the unit stopped, and the portal is another list',
    list(others),
    list(rows(400)),
    'cantTell different-lists',
  ],
  [
    'no days on the portal',
    list(rows().map(([title]): Row => [title, ''])),
    list(rows()),
    'cantTell no-list',
  ],
  [
    'an article on one side',
    list(rows()),
    landing(`<title>通知</title><p>${'内容。'.repeat(99)}</p>`),
    'cantTell no-list',
  ],
  ['articles on both', landing('<p>内容</p>'), landing('<p>内容</p>'), 'inapplicable no-list'],
  [
    'a dead side',
    { kind: 'unread', why: 'failed', observation: null } as const,
    list(rows()),
    'cantTell unread-side',
  ],
])('%s', (_what, portal, unit, want) => expect(judged(portal, unit)).toBe(want))

it('has nothing to compare in a linked column', () =>
  expect(told(ask(check, { copies: null }))).toBe('inapplicable one-place'))

it('keeps to the limits of its rule', () => {
  const lacking = list(rows().filter((_row, at) => at < 2 || at > 5))
  expect(judged(lacking, list(rows()), { missing: null })).toBe('passed')
  expect(judged(lacking, list(rows()), { missing: 5 })).toBe('passed')
  expect(judged(list(rows(3).slice(6)), list(rows(3)), { lag: 'P1Y', missing: null })).toBe('passed')
})
