import { expect, it } from 'vitest'
import { anyCheck } from '../../src/checks/any-check.ts'
import { blankColumn } from '../../src/checks/blank-column.ts'
import type { Landing } from '../../src/facts/facts.ts'
import { ask, landing, listPage, told } from '../support/check-cases.ts'

const check = anyCheck(blankColumn)

it.each<[string, Landing, string]>([
  ['a list', listPage('2026-11-01', '2026-10-01'), 'passed'],
  ['an article', landing(`<h1>收费目录</h1><p>${'按目录执行。'.repeat(60)}</p>`), 'passed'],
  ['暂无数据', landing('<h1>栏目</h1><div>暂无数据</div>'), 'failed blank'],
  ['正在建设中', landing('<div>栏目正在建设中，敬请期待</div>'), 'failed blank'],
  ['no words at all', landing('<html><body></body></html>'), 'failed empty'],
  [
    'a script builds the list',
    landing('<ul id="list"></ul><script>$.ajax({url:"/api"})</script><p>栏目</p>'),
    'cantTell script-rendered',
  ],
  [
    'a bot challenge',
    landing('<script>document.cookie="__jsl_clearance=1"</script>'),
    'cantTell not-a-column-page',
  ],
  ['maintenance', landing('<h2>网站维护中</h2>'), 'cantTell not-a-column-page'],
  ['a soft 404', landing('<p>您访问的页面不存在</p>'), 'inapplicable not-a-column-page'],
  ['dead', { kind: 'unread', why: 'error-status', observation: null }, 'inapplicable unreadable'],
  ['not asked', { kind: 'unread', why: 'not-asked', observation: null }, 'untested not-asked'],
  ['a document', { kind: 'unread', why: 'not-html', observation: null }, 'cantTell unreadable'],
])('%s', (_what, where, want) => {
  expect(told(ask(check, { landing: where }))).toBe(want)
})
