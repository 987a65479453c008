import { describe, expect, it } from 'vitest'
import { anyCheck } from '../../src/checks/any-check.ts'
import { missingRequiredContent } from '../../src/checks/missing-required-content.ts'
import type { EntryPage } from '../../src/facts/facts.ts'
import { address, ask, landing, told } from '../support/check-cases.ts'

const check = anyCheck(missingRequiredContent)
const parts = [
  { id: 'raised', name: { zh: '募集情况', en: 'raised' }, patterns: ['募集', '接收.{0,6}(?:款|物)'] },
  { id: 'allocated', name: { zh: '分配情况', en: 'allocated' }, patterns: ['分配', '拨付'] },
  { id: 'used', name: { zh: '使用情况', en: 'used' }, patterns: ['使用情况', '支出'] },
]
const entry = (text: string, html = `<p>${'现将有关情况予以公布。'.repeat(20)}</p>`): EntryPage => ({
  text,
  address: address('http://a.gov.example/d/1.html'),
  landing: landing(`<title>${text}</title><div>${html}</div>`),
})
const unread = (text: string): EntryPage => ({
  ...entry(text),
  landing: { kind: 'unread', why: 'not-html', observation: null },
})
const list = (titles: readonly string[], more = '') =>
  landing(
    `<title>捐赠救助</title><ul>${titles.map((title, at) => `<li><a href="/d/${at}.html">${title}</a><span>2026-10-0${at + 1}</span></li>`).join('')}</ul>${more}<p>版权所有 募集 分配 使用情况</p>`,
  )
const judged = (where: ReturnType<typeof landing>, ...entryPages: readonly EntryPage[]) =>
  told(ask(check, { landing: where, entryPages }, { parts }))

const RAISED = '上半年慈善款物募集情况公示'
const ALLOCATED = '上半年慈善款物分配情况公示'
const USED = '上半年慈善款物使用情况公示'
const NEWS = '我市召开慈善工作座谈会'

describe('innocent columns', () => {
  it.each([
    ['all in titles', list([RAISED, ALLOCATED, USED])],
    ['all in one title', list(['捐赠款物的募集、分配和使用情况', NEWS])],
    ['other words', list(['接收捐赠款物公示', '救灾资金拨付明细', '募捐资金支出明细'])],
    ['full width and spaces', list(['款物 募 集 公 示', '款物 分　配 公示', '款物 使用 情况 公示'])],
    [
      'a table on the page',
      landing('<title>捐赠</title><table><tr><th>募集额</th><th>分配额</th><th>支出额</th></tr></table>'),
    ],
    [
      'prose',
      landing(`<title>捐赠</title><p>${'本年度募集善款若干，分配到各区，使用情况如下。'.repeat(5)}</p>`),
    ],
    [
      'links to files by name',
      landing(
        '<title>捐赠</title><p>公示</p><a href="/1.xls">募集明细</a> <a href="/2.xls">分配明细</a> <a href="/3.xls">支出明细</a>',
      ),
    ],
  ])('%s', (_what, where) => expect(judged(where)).toBe('passed'))

  it.each([
    ['in the entries', list([NEWS, RAISED]), [entry(NEWS, '<p>本次分配及使用情况如下：……</p>')]],
    ['in an entry’s title', list([NEWS]), [entry(USED), entry(RAISED), entry(ALLOCATED)]],
    ['in an attachment’s name', list([NEWS]), [entry(RAISED, '<a href="/1.pdf">分配及使用情况表</a>')]],
  ])('%s', (_what, where, pages) => expect(judged(where, ...pages)).toBe('passed'))

  it.each([
    ['further pages', list([RAISED, ALLOCATED], '<a href="/2.html">下一页</a>'), []],
    ['page marks', list([RAISED, ALLOCATED], '<script>createPageHTML(4, 0, "index", "html")</script>'), []],
    ['an attachment', list([RAISED, ALLOCATED]), [entry(NEWS, '<a href="/1.pdf">附件</a>')]],
    ['a picture', list([RAISED, ALLOCATED]), [entry(NEWS, '<img src="/upload/1.jpg">')]],
    ['an unread entry', list([RAISED, ALLOCATED]), [unread(NEWS)]],
    ['a blocked entry', list([RAISED, ALLOCATED]), [entry(NEWS, '<h1>403 Forbidden</h1>')]],
    ['a link elsewhere', list([RAISED, ALLOCATED], '<a href="/x.html">详见专栏</a>'), []],
  ])('may have it elsewhere: %s', (_what, where, pages) =>
    expect(judged(where, ...pages)).toBe('cantTell unclear'),
  )
})

it.each([
  ['one part', list([RAISED, USED, NEWS]), 'failed missing'],
  ['two parts', list([RAISED, NEWS]), 'failed missing missing'],
  ['a single stated page', list([RAISED, USED], '<p>共 1 页</p><a href="#">下一页</a>'), 'failed missing'],
  [
    'a guide',
    landing(`<title>捐赠</title><p>${'本年度募集善款若干。'.repeat(20)}</p>`),
    'failed missing missing',
  ],
  ['blank', landing('<title>捐赠</title><p>暂无数据</p>'), 'inapplicable blank'],
  [
    'scripts',
    landing('<title>捐赠</title><ul id="l"></ul><script>$.ajax({url:"/l"})</script>'),
    'cantTell script-rendered',
  ],
])('%s', (_what, where, want) => expect(judged(where, entry(NEWS))).toBe(want))
