import { describe, expect, it } from 'vitest'
import type { Address } from '../../src/core/address.ts'
import type { Day } from '../../src/core/day.ts'
import { readPage } from '../../src/facts/read-page.ts'

const ADDRESS = 'http://www.a.example/zwgk/tzgg/list.shtml' as Address

const listOf = (html: string, day = '2026-11-16') =>
  readPage({
    bytes: new TextEncoder().encode(`<html><body>${html}</body></html>`),
    contentType: null,
    address: ADDRESS,
    observedOn: day as Day,
  }).listing

const NAMES = [
  '关于做好社会救助工作的通知',
  '关于公布社会组织名录的公告',
  '关于印发年度工作要点的通知',
  '市民政局召开重点工作推进会',
]
const rows = (dates: readonly string[], row: (title: string, date: string, at: number) => string): string =>
  dates.map((date, at) => row(NAMES[at % NAMES.length] ?? '', date, at)).join('\n')
const li = (title: string, date: string, at: number): string =>
  `<li><a href="/a/${at}.html">${title}</a><span>${date}</span></li>`
const DAYS = ['2026-11-05', '2026-10-08', '2026-09-01']
const SIDE = `<div class="sidebar"><h3>热门文章</h3><ul>${rows(['2026-11-14', '2026-11-13', '2026-11-12'], li)}</ul></div>`
const MENU = `<div class="nav"><ul><li><a href="/x">政府信息公开指南</a><ul>${rows(['', '', '', ''], li)}</ul></li></ul></div>`

describe('the main list of a page', () => {
  it.each<[string, string, string | null]>([
    ['in a list', `<ul class="list">${rows(DAYS, li)}</ul>`, '2026-11-05'],
    [
      'among menus and side lists',
      `${MENU}<div class="main"><ul>${rows(DAYS, li)}</ul></div>${SIDE}`,
      '2026-11-05',
    ],
    [
      'of one entry beside a side list',
      `${MENU}<div class="main"><ul>${rows(['2026-10-08'], li)}</ul></div>${SIDE}`,
      '2026-10-08',
    ],
    [
      'in a table',
      `<table>${rows(DAYS, (t, d, at) => `<tr><td>${at}</td><td><a href="/a/${at}.html">${t}</a></td><td>${d}</td></tr>`)}</table>`,
      '2026-11-05',
    ],
    [
      'in a dl',
      `<dl>${rows(DAYS, (t, d, at) => `<dt><a href="/a/${at}.html">${t}</a></dt><dd>${d}</dd>`)}</dl>`,
      '2026-11-05',
    ],
    [
      'with its dates in brackets',
      `<ul>${rows(DAYS, (t, d, at) => `<li>[${d}] <a href="/a/${at}.html">${t}</a></li>`)}</ul>`,
      '2026-11-05',
    ],
    ['with an old entry pinned', `<ul>${rows(['2024-01-02', ...DAYS], li)}</ul>`, '2026-11-05'],
    [
      'in CDATA of a script',
      `<script type="text/xml"><datastore><recordset>${rows(DAYS, (t, d, at) => `<record><![CDATA[${li(t, d, at)}]]></record>`)}</recordset></datastore></script>`,
      '2026-11-05',
    ],
    [
      'in CDATA of the page',
      `<datastore><totalrecord>3</totalrecord>${rows(DAYS, (t, d, at) => `<record><![CDATA[${li(t, d, at)}]]></record>`)}</datastore>`,
      '2026-11-05',
    ],
    [
      'written by a script',
      `<script>var list=[${rows(DAYS, (t, d, at) => `{"title":"${t}","url":"/a/${at}.html","date":"${d}"},`)}]</script>`,
      '2026-11-05',
    ],
    [
      'in English',
      `<ul>${rows(['Nov 5, 2026', 'Oct 8, 2026', 'Sep 1, 2026'], (_t, d, at) => `<li><a href="/n/${at}">City council adopts annual budget ${at}</a> <em>${d}</em></li>`)}</ul>`,
      '2026-11-05',
    ],
    ['without dates', `<ul class="list">${rows(['', '', '', '', ''], li)}</ul>`, null],
  ])('%s', (_what, html, newest) => {
    expect(listOf(html)).toMatchObject({ kind: 'entries', newest })
  })

  it('gives dates without a year the newest that keeps them in the past, in falling order', () => {
    const listing = listOf(`<ul>${rows(['01-03', '12-30', '12-28', '11-02'], li)}</ul>`, '2026-01-05')
    expect(listing.kind === 'entries' && listing.entries.map((entry) => entry.date)).toEqual([
      ...['2026-01-03', '2025-12-30', '2025-12-28', '2025-11-02'],
    ])
  })
})

describe('no list that could be read', () => {
  it.each<[string, 'empty' | 'unread', string]>([
    ['a notice of no data', 'empty', `${MENU}<div class="list">暂无数据</div>`],
    ['works', 'empty', '<div>栏目正在建设中，敬请期待</div>'],
    ['a list element without rows', 'empty', '<ul class="news-list"></ul>'],
    [
      'a data proxy',
      'unread',
      '<div id="list"></div><script>load("/module/web/jpage/dataproxy.jsp?page=1")</script>',
    ],
    ['jpaas', 'unread', '<div id="c"></div><script src="x"></script><script>jpaasQuery({unit:1})</script>'],
    ['an app of Vue', 'unread', '<div id="app"></div><script>new Vue({el:"#app"})</script>'],
    ['words of loading', 'unread', '<div class="list">数据加载中...</div>'],
  ])('%s: %s', (_what, kind, html) => {
    expect(listOf(html).kind).toBe(kind)
  })
})

const PARAGRAPH =
  '<p>为做好冬季困难群众救助工作，市民政局于近日走访慰问城乡低保对象和特困人员，送去棉衣棉被。</p>'
const aside = (heading: string): string =>
  `<aside><h3>${heading}</h3><ul>${rows(['2026-11-14', '2026-11-13', '2026-11-12'], li)}</ul></aside>`

describe('a list in a side column', () => {
  it.each<[string, string, 'none' | 'entries']>([
    ['of a short article: 热点推荐', `<h1>走访慰问困难群众</h1>${PARAGRAPH}${aside('热点推荐')}`, 'none'],
    ['of a short article: 相关链接', `<h2>走访慰问困难群众</h2>${PARAGRAPH}${aside('相关链接')}`, 'none'],
    ['before a short article: 推荐阅读', `${aside('推荐阅读')}<h1>走访慰问</h1>${PARAGRAPH}`, 'none'],
    ['that is all there is', `<h1>通知公告</h1>${aside('热点推荐')}`, 'entries'],
    ['with a paragraph in it', `<h1>通知公告</h1><aside>${PARAGRAPH}</aside>${aside('最新')}`, 'entries'],
    [
      'with what stands at every foot',
      `<h1>通知公告</h1>${aside('最新')}<p>主办单位：云川市民政局 技术支持：云川市大数据中心 联系电话：0999-1234567 邮编：123456</p>`,
      'entries',
    ],
  ])('%s', (_what, html, kind) => {
    expect(listOf(html).kind).toBe(kind)
  })
})
