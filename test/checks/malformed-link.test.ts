import { describe, expect, it } from 'vitest'
import { anyCheck } from '../../src/checks/any-check.ts'
import { malformedLink } from '../../src/checks/malformed-link.ts'
import { malformedLinksOf } from '../../src/facts/malformed-links.ts'
import { address, ask, HERE, landing, told } from '../support/check-cases.ts'

const check = anyCheck(malformedLink)
const judged = (html: string, at = HERE, options = {}): string => {
  const where = landing(html, at)
  const malformedLinks = where.kind === 'unread' ? [] : malformedLinksOf(where.page, 'page')
  return told(ask(check, { landing: where, malformedLinks }, options))
}
const link = (href: string, text = '附件下载') => `<p>正文</p><a href="${href}">${text}</a>`

describe('a link that nobody can follow', () => {
  it.each([
    ['file:///C:/Users/admin/附件1.doc', 'local-file'],
    ['C:\\Documents and Settings\\附件.doc', 'local-file'],
    ['d:/upload/2026/表格.xls', 'local-file'],
    ['file://D|/web/index.htm', 'local-file'],
    ['http://D:\\web\\upload\\1.doc', 'local-file'],
    ['http://a.gov.example/D:\\web\\upload\\1.doc', 'local-file'],
    ['\\\\fileserver\\share\\1.doc', 'local-file'],
    ['http://192.168.1.20/oa/1.html', 'private-address'],
    ['https://10.2.3.4:8080/', 'private-address'],
    ['http://172.20.0.9/x', 'private-address'],
    ['http://localhost:8080/portal/', 'private-address'],
    ['http://127.0.0.1/', 'private-address'],
    ['http://[fe80::1]/', 'private-address'],
    ['\\\\192.168.0.3\\share\\1.doc', 'private-address'],
    ['http://http://www.a.gov.example/', 'broken-scheme'],
    ['http://https://www.a.gov.example/', 'broken-scheme'],
    ['http://http//www.a.gov.example/', 'broken-scheme'],
    ['http//www.a.gov.example/', 'broken-scheme'],
    ['http：//www.a.gov.example/', 'broken-scheme'],
    ['htpp://www.a.gov.example/', 'broken-scheme'],
    ['http://', 'no-host'],
    ['http:///zwgk/index.html', 'no-host'],
    ['http://www.a gov.example/', 'bad-host'],
    ['http://www.a.gov.example:80:80/', 'bad-host'],
  ])('%s', (href, kind) => {
    expect(judged(link(href))).toBe(`failed ${kind}`)
  })
})

describe('an innocent link', () => {
  it.each([
    ['relative', link('../zwgk/1.html')],
    ['back-slashes that browsers mend', link('http:\\\\www.a.gov.example\\zwgk\\1.html')],
    ['a relative path with back-slashes', link('..\\upload\\1.doc')],
    ['three slashes before a whole host', link('http:///www.a.gov.example/')],
    ['without its scheme', link('//www.a.gov.example/x')],
    ['space around', link(' http://www.a.gov.example/ ')],
    ['a space in the path', link('http://www.a.gov.example/附件 1.doc')],
    ['GBK in the path', link('/upload/%B8%BD%BC%FE.doc')],
    ['an address inside an address', link('http://web.a.example/web/2020/http://www.b.gov.example/')],
    ['an address in a query', link('/go?url=http://http://x')],
    ['a local path in a query that works', link('/down.jsp?file=D:\\web\\1.doc')],
    ['a script', link('javascript:void(0)')],
    ['mail', link('mailto:a@b.gov.example')],
    ['telephone', link('tel:021-12345678')],
    ['another program’s scheme', link('weixin://dl/chat?x')],
    ['ftp', link('ftp://ftp.a.gov.example/1.zip')],
    ['an anchor', link('#top')],
    ['a template not yet filled in', link('http://{{item.host}}/x')],
    ['a link marked as internal', link('http://10.1.1.1/oa', '内网办公入口')],
    ['a public address by number', link('http://202.96.209.5/')],
    ['a comment', '<p>正文</p><!-- <a href="file:///C:/1.doc">附件</a> -->'],
    ['without words', link('file:///C:/1.doc', '')],
    ['a password in the address', link('http://guest:guest@ftp.a.gov.example/')],
  ])('%s', (_what, html) => {
    expect(judged(html)).toBe('passed')
  })

  it('is a private address on a private site, or where the rule says so', () => {
    expect(judged(link('http://192.168.1.9/'), address('http://192.168.1.2/column/'))).toBe('passed')
    expect(judged(link('http://192.168.1.9/'), HERE, { intranet: true })).toBe('passed')
  })

  it('is one in the frame of a page that is not the unit’s own', () => {
    const row = '<li><a href="/d/1.html">关于某专项规划实施情况的公示</a><span>2026-11-01</span></li>'
    const where = landing(`<a href="file:///C:/1.htm">门户导航</a><ul class="list">${row.repeat(3)}</ul>`)
    if (where.kind === 'unread') throw new Error('The page was not read.')
    expect(malformedLinksOf(where.page, 'list')).toEqual([])
    expect(malformedLinksOf(where.page, 'page')).toHaveLength(1)
  })
})

it('names a fault by its host and link, so that one in every frame counts once', () => {
  const where = landing(link('http://'))
  const malformedLinks = [{ kind: 'no-host' as const, href: 'http://', text: '附件下载' }]
  const judgement = ask(check, { landing: where, malformedLinks })
  expect(judgement).toMatchObject({ defects: [{ fault: 'a.gov.example http://', aspect: 'http://' }] })
})
