import { describe, expect, it } from 'vitest'
import { anyCheck } from '../../src/checks/any-check.ts'
import { sharedRegistration } from '../../src/checks/shared-registration.ts'
import { ask, failure, landing, listPage, subject, told } from '../support/check-cases.ts'

const check = anyCheck(sharedRegistration)
const options = {
  mayShare: [
    ['3.4', '3.5', '5.4'],
    ['2.1', '2.3'],
  ],
  mayBeFrontPage: ['2.20', '7.1', '7.2'],
}
const page = listPage('2026-11-01', '2026-11-02', '2026-11-03')
const judgement = (item: string, items: readonly string[], isFrontPage = false, where = page) => {
  const view = subject()
  const duties = items.map((id) => ({ item: id, title: `事项${id}` }))
  const facts = { landing: where, registration: { isFrontPage, duties } }
  return ask(check, facts, options, { ...view, item: { ...view.item, id: item } })
}
const judged = (...given: Parameters<typeof judgement>): string => told(judgement(...given))

it.each<[string, string, readonly string[], string]>([
  ['alone', '2.18', ['2.18'], 'passed'],
  ['two columns of one duty', '2.8', ['2.8', '2.8'], 'passed'],
  ['two that belong together', '3.4', ['3.4', '3.5'], 'passed'],
  ['three that belong together', '5.4', ['3.4', '3.5', '5.4'], 'passed'],
  ['two that do not', '2.18', ['2.18', '6.4'], 'failed shared'],
  ['told at the first of them', '6.4', ['2.18', '6.4'], 'inapplicable told-elsewhere'],
  ['two that belong together and a third', '3.4', ['3.4', '3.5', '6.4'], 'failed shared'],
  ['of two groups', '2.1', ['2.1', '2.3', '3.4'], 'failed shared'],
])('shared: %s', (_what, item, items, want) => {
  expect(judged(item, items)).toBe(want)
})

it.each<[string, string, readonly string[], string]>([
  ['a column', '2.8', ['2.8'], 'failed front-page'],
  ['two columns, told once', '2.9', ['2.8', '2.9'], 'inapplicable told-elsewhere'],
  ['a search box', '7.1', ['7.1'], 'passed'],
  ['search and logs', '7.2', ['7.1', '7.2'], 'passed'],
  ['a whole site that is the column', '2.20', ['2.20'], 'passed'],
  ['a column beside a search box', '2.8', ['2.8', '7.1'], 'failed front-page'],
  ['a search box beside a column', '7.1', ['2.8', '7.1'], 'passed'],
])('front page: %s', (_what, item, items, want) => {
  expect(judged(item, items, true)).toBe(want)
})

describe('what was not read is not held against anyone', () => {
  it.each([
    [
      'a page that a script builds',
      landing('<div id="app"></div><script src="/app.js"></script>'),
      'cantTell script-rendered',
    ],
    [
      'dead',
      { kind: 'unread', why: 'failed', observation: failure('name-not-found') } as const,
      'inapplicable unreadable',
    ],
    ['not asked', { kind: 'unread', why: 'not-asked', observation: null } as const, 'untested not-asked'],
    [
      'a login',
      landing(
        '<title>登录</title><form action="/login"><p>请先登录</p>用户名<input name="u">密码<input type="password" name="p"><button>登录</button></form>',
      ),
      'inapplicable not-a-column-page',
    ],
  ])('%s', (_what, where, want) => {
    expect(judged('2.18', ['2.18', '6.4'], false, where)).toBe(want)
  })
})

it('names every duty', () => {
  const data = { count: 2, items: '2.18, 6.4', duties: '2.18 事项2.18、6.4 事项6.4' }
  expect(judgement('2.18', ['2.18', '6.4'])).toMatchObject({ defects: [{ data }] })
})
