import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { PageKind } from '../../src/facts/page.ts'
import { readPage } from '../../src/facts/read-page.ts'
import { AS_OF, HERE } from '../support/check-cases.ts'

const read = (html: string) =>
  readPage({
    bytes: new TextEncoder().encode(html),
    contentType: 'text/html',
    address: HERE,
    observedOn: AS_OF,
  })

const LONG = '本部门依法履行职责，现将有关情况予以公布，请社会各界监督。'.repeat(30)
const LOGIN =
  '<form action="/login"><input name="user"><input type="password" name="p"><button>登录</button></form>'

describe('the kind of a page', () => {
  it.each<[string, string, PageKind]>([
    ['您访问的页面不存在', '<p>抱歉，您访问的页面不存在或已被删除</p>', 'not-found'],
    ['a title that refuses', `<title>404 Not Found</title><p>nginx</p>`, 'not-found'],
    ['page not found in English', '<h1>Page not found</h1>', 'not-found'],
    ['an article about 404', `<h1>遇到“404 页面不存在”怎么办</h1><p>${LONG}</p>`, 'content'],
    ['refusal words in a script only', `<p>${LONG}</p><script>alert("页面不存在")</script>`, 'content'],
    [
      'refusal words in a hidden element',
      `<p>正文内容</p><div style="display:none">页面不存在</div>`,
      'content',
    ],
    ['a server error', '<h1>HTTP Status 500 – Internal Server Error</h1>', 'server-error'],
    ['a firewall', '<h2>您的请求已被阻断</h2>', 'blocked'],
    ['a bot challenge without words', '<script>document.cookie="__jsl_clearance=1"</script>', 'blocked'],
    ['maintenance', '<h2>网站维护中，暂停服务</h2>', 'maintenance'],
    ['not filed', '<p>该网站暂时无法进行访问，该网站未进行备案</p>', 'not-filed'],
    ['a footer with a filing number', `<p>${LONG}</p><div>某ICP备05000001号 已备案</div>`, 'content'],
    ['a parked domain', '<h1>此域名出售</h1>', 'parked'],
    ['a login page', `<title>用户登录</title>${LOGIN}`, 'login'],
    ['a login box beside content', `<div>${LOGIN}</div><p>${LONG}</p>`, 'content'],
    [
      'a login link in a header',
      `<a href="/login">登录</a> | <a href="/reg">注册</a><p>${LONG}</p>`,
      'content',
    ],
    ['words that ask to log in', '<p>您尚未登录，请先登录</p>', 'login'],
    [
      'a status query',
      '<title>状态查询</title><form>受理编号<input name="no">查询码<input type="password" name="code"></form>',
      'content',
    ],
    [
      'a registration page',
      '<title>用户注册</title><form><input name="u"><input type="password" name="a"><input type="password" name="b"></form>',
      'registration',
    ],
    ['under construction', '<p>栏目正在建设中</p>', 'placeholder'],
    [
      'a script-rendered page',
      '<div id="app"></div><script>new Vue({el:"#app"})</script><p>栏目</p>',
      'script-rendered',
    ],
    ['nothing', '', 'empty'],
  ])('%s: %s', (_what, html, kind) => {
    expect(read(html).kind).toBe(kind)
  })
})

const rows = (list: readonly string[]): string => list.join('')
const TITLES = [
  '关于冬季安全检查的通知',
  '全市便民服务行动启动',
  '河道综合整治项目进展',
  '稳岗就业政策解读发布',
  '义务教育招生工作安排',
]

describe('the main list', () => {
  it.each<[string, string, string | null]>([
    [
      'rows in ul',
      `<ul>${rows(TITLES.map((t, at) => `<li><a href="/${at}">${t}</a><span>2026-11-0${at + 1}</span></li>`))}</ul>`,
      '2026-11-05',
    ],
    [
      'rows in a table',
      `<table>${rows(TITLES.map((t, at) => `<tr><td>·</td><td><a href="/${at}">${t}</a></td><td>[2026-11-0${at + 1}]</td></tr>`))}</table>`,
      '2026-11-05',
    ],
    [
      'a table in each row',
      `<table><tr><td>${rows(TITLES.map((t, at) => `<table><tr><td><a href="/${at}">${t}</a></td><td>2026-11-0${at + 1}</td></tr></table>`))}</td></tr></table>`,
      '2026-11-05',
    ],
    [
      'one paragraph with breaks',
      `<div>${rows(TITLES.map((t, at) => `·<a href="/${at}">${t}</a> (11-0${at + 1})<br>`))}</div>`,
      '2026-11-05',
    ],
    [
      'cards',
      `<div>${rows(TITLES.map((t, at) => `<div><div><b>0${at + 1}</b><i>2026-11</i></div><div><a href="/${at}">${t}</a></div></div>`))}</div>`,
      '2026-11-05',
    ],
    [
      'rows inside CDATA',
      `<div><script type="text/xml"><datastore><recordset>${rows(TITLES.map((t, at) => `<record><![CDATA[<li><a href="/${at}">${t}</a><span>2026年11月${at + 1}日</span></li>]]></record>`))}</recordset></datastore></script></div>`,
      '2026-11-05',
    ],
    [
      'a fresh side list beside an old main list',
      `<ul>${rows(TITLES.map((t, at) => `<li><a href="/${at}">${t}</a>2024-01-0${at + 1}</li>`))}</ul><div class="hot"><ul><li><a href="/h">热点专题报道之一</a>2026-11-15</li></ul></div>`,
      '2024-01-05',
    ],
    ['no dates', `<ul>${rows(TITLES.map((t, at) => `<li><a href="/${at}">${t}</a></li>`))}</ul>`, null],
  ])('%s', (_what, html, newest) => {
    const { listing } = read(`<title>栏目</title>${html}<footer>© 2002-2026</footer>`)
    expect(listing.kind).toBe('entries')
    if (listing.kind !== 'entries') return
    expect(listing.newest).toBe(newest)
    expect(listing.entries.map((entry) => entry.title)).toEqual(TITLES)
  })

  it.each([
    ['暂无数据', '<div class="list">暂无数据</div>', 'empty'],
    [
      '暂无数据 beside a side list',
      '<div>暂无相关信息</div><div class="side"><ul><li><a href="/1">全市重大项目推进会召开</a> 2026-11-10</li></ul></div>',
      'empty',
    ],
    ['a list that a script fills', '<ul id="list"></ul><script>$.ajax({})</script>', 'unread'],
    ['加载中', '<div>数据加载中...</div>', 'unread'],
    ['an article', `<p>${LONG}</p>`, 'none'],
  ])('%s is %s', (_what, html, kind) => {
    expect(read(`<title>栏目</title><p>当前位置</p>${html}`).listing.kind).toBe(kind)
  })
})

describe('when a single page was published', () => {
  const meta = (name: string, content: string): string => `<meta name="${name}" content="${content}">`
  it.each([
    ['a label', '<p>发布时间：2026-08-05</p>', '2026-08-05'],
    ['成文日期 before 发布日期', '<p>成文日期：2026年7月1日</p><p>发布日期：2026年7月20日</p>', '2026-07-20'],
    ['the meta element', meta('PubDate', '2026-08-05 10:00'), '2026-08-05'],
    [
      'a meta element that is the rebuild',
      `${meta('PubDate', '2026-11-16 03:00')}<p>发布时间：2026-08-05</p>`,
      '2026-08-05',
    ],
    ['only 成文日期', '<p>成文日期：2026年7月1日</p>', null],
    ['a clock', '<p>今天是2026年11月16日</p>', null],
    ['the future', '<p>发布时间：2027-08-05</p>', null],
  ])('%s', (_what, html, date) => {
    expect(read(`${html}<p>${LONG}</p>`).published?.date ?? null).toBe(date)
  })
})

describe('where a page sends its reader', () => {
  it.each([
    ['a refresh', '<meta http-equiv="refresh" content="0; url=/new/">', 'http://a.gov.example/new/'],
    ['a script', '<script>window.location.href = "/new/"</script>', 'http://a.gov.example/new/'],
    [
      'a frameset',
      '<frameset><frame name="top" src="/t"><frame name="main" src="/new/"></frameset>',
      'http://a.gov.example/new/',
    ],
    ['a slow reload', '<meta http-equiv="refresh" content="300">', null],
    [
      'a script in a page with content',
      `<p>${LONG}</p><script>function f(){ location.href="/x" }</script>`,
      null,
    ],
  ])('%s', (_what, html, target) => {
    expect(read(html).jump?.address ?? null).toBe(target)
  })
})

describe('reading never throws', () => {
  it('whatever the bytes', () => {
    const bytes = fc.uint8Array({ maxLength: 2000 })
    fc.assert(
      fc.property(
        bytes,
        (given) => void readPage({ bytes: given, contentType: null, address: HERE, observedOn: AS_OF }),
      ),
    )
  })

  it('whatever the tags', () => {
    const part = fc.constantFrom(
      '<div>',
      '</div>',
      '<table>',
      '<tr><td>',
      '<a href="',
      '">',
      '<script>',
      '</script>',
      '<!--',
      '<![CDATA[',
      '<li>',
      '2026-11-01',
      '暂无数据',
      '&#x;',
      '<form>',
      '\0',
    )
    fc.assert(fc.property(fc.array(part, { maxLength: 60 }), (parts) => void read(parts.join(''))))
  })

  it('in a page nested 50,000 deep', () => {
    expect(read(`${'<div>'.repeat(50_000)}正文`).text).toContain('正文')
  })
})

describe('the title', () => {
  it.each([
    [
      'is the first that says something',
      '<title></title><title>规划计划</title><title>其他</title>',
      '规划计划',
    ],
    [
      'is not that of a picture',
      '<title>规划计划</title><svg><title>404 Not Found</title></svg>',
      '规划计划',
    ],
    ['is none where only a picture has one', '<svg><title>404 Not Found</title></svg><p>正文</p>', ''],
  ])('%s', (_what, html, title) => expect(read(html).title).toBe(title))
})
