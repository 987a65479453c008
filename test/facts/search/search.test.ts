import { describe, expect, it } from 'vitest'
import { gbk } from '../../../fixtures/city/gbk.ts'
import { readPage } from '../../../src/facts/read-page.ts'
import { searchAddress } from '../../../src/facts/search/search-form.ts'
import { searchResult } from '../../../src/facts/search/search-result.ts'
import { titlesToSearch } from '../../../src/facts/search/search-words.ts'
import { AS_OF, address, HERE, landing, listPage, reachability } from '../../support/check-cases.ts'

const pageOf = (body: string, charset: 'utf-8' | 'gbk' = 'utf-8') => {
  const html = `<html><head><meta charset="${charset}"><title>全网检索</title></head><body>${body}</body></html>`
  const bytes = charset === 'gbk' ? gbk(html) : new TextEncoder().encode(html)
  return readPage({ bytes, contentType: 'text/html', address: HERE, observedOn: AS_OF, status: 200 })
}
const FORM = (attributes: string, more = '', button = '<input type="submit" value="搜索">') =>
  `<form ${attributes}>${more}<input type="text" name="q" placeholder="请输入关键词">${button}</form>`

describe('where a search form leads', () => {
  it.each<[string, string, string]>([
    ['a plain form', FORM('action="/s"'), 'http://a.gov.example/s?q=%E8%A7%84%E5%88%92+A'],
    ['no action', FORM(''), 'http://a.gov.example/column/?q=%E8%A7%84%E5%88%92+A'],
    ['an old query', FORM('action="/s?old=1"'), 'http://a.gov.example/s?q=%E8%A7%84%E5%88%92+A'],
    [
      'hidden fields, choices and ticks',
      FORM(
        'action="/s"',
        '<input type="hidden" name="site" value="7"><select name="r"><option value="t">标题<option value="a" selected>全文</select><input type="checkbox" name="n" value="1"><input type="checkbox" name="m" checked>',
      ),
      'http://a.gov.example/s?site=7&r=a&m=on&q=%E8%A7%84%E5%88%92+A',
    ],
    [
      'a charset of its own',
      FORM('action="/s" accept-charset="GBK"'),
      'http://a.gov.example/s?q=%B9%E6%BB%AE+A',
    ],
  ])('%s', (_what, body, want) => {
    const { search } = pageOf(body)
    expect(search === null ? null : searchAddress(search, '规划 A')).toBe(want)
  })

  it('sends the bytes of a page in GBK', () => {
    const { search } = pageOf(`<p>请输入要检索的内容</p>${FORM('action="/s.asp"')}`, 'gbk')
    expect(search === null ? null : searchAddress(search, '规划')).toBe(
      'http://a.gov.example/s.asp?q=%B9%E6%BB%AE',
    )
  })

  it.each<[string, string, string | null]>([
    ['POST', FORM('action="/s" method="post"'), 'post'],
    ['a script on submit', FORM('action="/s" onsubmit="return go()"'), 'script'],
    [
      'a button with a script',
      FORM('action="/s"', '', '<button type="button" onclick="go()">搜索</button>'),
      'script',
    ],
    ['a box without a form', '<input id="keyword" placeholder="搜索"><a onclick="go()">搜索</a>', 'script'],
    [
      'a login form',
      '<form action="/l">用户名<input name="user">密码<input type="password" name="p"><button>登录</button></form>',
      null,
    ],
    ['nothing', '<p>请通过各栏目查找</p>', null],
  ])('%s', (_what, body, kind) => {
    expect(pageOf(body).search?.kind ?? null).toBe(kind)
  })
})

describe('titles to search for', () => {
  const list = (...days: readonly string[]) => {
    const at = listPage(...days)
    return at.kind === 'page' ? at.page.listing : { kind: 'none' as const }
  }

  it('are a week older than the newest, and of the searched host', () => {
    const listing = list('2026-11-10', '2026-11-04', '2026-11-03', '2026-10-01', '2026-09-01')
    const titles = titlesToSearch([listing], 'a.gov.example').map((one) => one.title)
    expect(titles).toEqual(['关于第3号专项规划实施情况的公示', '关于第4号专项规划实施情况的公示'])
    expect(titlesToSearch([listing], 'b.gov.example')).toEqual([])
  })

  it('are none where nothing has a day', () => {
    expect(titlesToSearch([list('', '', '')], 'a.gov.example')).toEqual([])
  })
})

describe('what a page of results says', () => {
  const TITLE = '关于公布养老机构收费标准的通知'
  const sought = { title: TITLE, address: address('http://a.gov.example/d/9.html') }
  const told = `您搜索的“${TITLE}”`
  const row = (text: string, at = 1) =>
    `<li><a href="/d/${at}.html">${text}</a><span>2026-10-0${at}</span></li>`
  const others = [1, 2, 3, 4].map((at) => row(`网站使用帮助第${at}部分：浏览器设置说明`, at)).join('')

  it.each<[string, string, string]>([
    ['the title', `<p>${told}，共找到 1 条</p><ul>${row(TITLE)}</ul>`, 'found'],
    ['the title cut', `<p>${told}</p><ul>${row('关于公布养老机构收费…')}</ul>`, 'found'],
    [
      'the title in pieces',
      `<p>${told}</p><ul>${row([...TITLE].map((one) => `<em>${one}</em>`).join(' '))}</ul>`,
      'found',
    ],
    ['its address', `<p>${told}</p><ul>${row('点击查看', 9)}</ul>`, 'found'],
    ['nothing', `<p>${told}，共找到 0 条结果</p>`, 'none'],
    ['nothing, in words', `<p>${told}，没有找到相关内容</p>`, 'none'],
    [
      'nothing, typed again',
      `${FORM('action="/s"').replace('name="q"', `name="q" value="${TITLE}"`)}<p>抱歉，没有找到相关结果</p>`,
      'none',
    ],
    ['nothing, for nobody knows what', '<p>共找到 0 条结果，没有找到相关内容</p>', 'unclear'],
    ['ten results', `<p>${told}，共找到 10 条结果</p><ul>${others}</ul>`, 'elsewhere'],
    ['results of 110', `<p>${told}，共找到 110 条结果</p><ul>${others}</ul>`, 'elsewhere'],
    ['no count', `<p>${told}</p><ul>${others}</ul>`, 'unclear'],
    [
      'rows that a script fetches',
      `<p>${told}，共找到 <i>0</i> 条</p><ul id="list"></ul><script>$.ajax({url:"/api/list",success:function(d){document.getElementById("list").innerHTML=d.html}})</script>`,
      'unclear',
    ],
  ])('%s', (_what, body, want) => {
    const at = landing(`<html><head><title>检索结果</title></head><body>${body}</body></html>`)
    expect(searchResult(sought, at, reachability('alive', '200'))).toBe(want)
  })
})
