import type { LinkCase } from '../link-case.ts'

/** What a path answers with; 200 and HTML where nothing else is said. */
export interface Answer {
  readonly status?: number
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string
}

const WORDS = '各单位应当按照职责分工及时更新所负责的栏目，确保信息准确、完整。'.repeat(40)
const shown = (title: string, body: string): string =>
  `<!DOCTYPE html><meta charset="utf-8"><title>${title}</title>${body}`
const WELL = shown('Well', `<p>${WORDS}</p>${'<a href="/">x</a>'.repeat(3)}`)
const says = (words: string): Answer => ({
  body: shown('提示信息', `<h1>${words}</h1><a href="/">返回首页</a>`),
})
const script = (code: string): Answer => ({ body: `<meta charset="utf-8"><script>${code}</script>` })
const to = (location: string, status = 302): Answer => ({ status, headers: { location } })
const raw = (text: Uint8Array): string => Buffer.from(text).toString('latin1')
const typed = (type: string | null, path: string): Answer => ({
  headers: type === null ? {} : { 'content-type': type },
  body: `${WELL}<a href="${path}">x</a>`,
})

type Row = readonly [name: string, answer: Answer, state: string | null, ...asks: string[]]

const ROWS: readonly Row[] = [
  ...['页面已被删除', '该信息不存在', '信息不存在或未审核', '您要查看的文章已被删除或正在审核'].map(
    (words): Row => [`soft 404: ${words}`, says(words), 'soft-404'],
  ),
  ['soft 404: in English', says('Sorry, the page you requested was not found.'), 'soft-404'],
  ['soft 404: told by an alert', script('alert("该信息已被删除");history.back()'), 'soft-404'],
  [
    'soft 404: told by an alert of few words',
    script('alert("文章不存在！");window.history.go(-1);'),
    'soft-404',
  ],
  ['an alert that a script may give', script('function f() { alert("文件不存在") } draw()'), null],
  [
    'soft 404: a title that says nothing of the cause',
    { body: shown('出错啦', '<div>文章不存在或已删除</div><a href="/">返回首页</a>') },
    'soft-404',
  ],
  ['soft 404: a title alone', { body: shown('404', '<div>404</div><a href="/">返回首页</a>') }, 'soft-404'],
  ['soft 404: of a server', { body: shown('404 Not Found', '<h1>404 Not Found</h1><hr>nginx') }, 'soft-404'],
  ['soft 404: in traditional characters', says('該頁面不存在'), 'soft-404'],
  ['soft 404: behind a redirect', to('/t/404.html'), 'soft-404', '/t/404.html'],
  ['404 with a page like any other', { status: 404, body: WELL }, 'dead'],
  ['500 that says the page is not there', { ...says('页面不存在'), status: 500 }, 'suspected'],
  ['a bus that is called 404', { body: shown('404路公交线路调整公告', `<p>${WORDS}</p>`) }, null],
  ['a short notice', { body: shown('通知', '<h1>通知</h1><p>会议改期。</p><a href="/">首页</a>') }, null],
  [
    'soft 404: a jump to a page of that name',
    script('location.href="/t/404.html"'),
    'soft-404',
    '/t/404.html',
  ],
  ['soft 404: a jump in brackets', script('location.href = ("/t/404.html?b")'), 'soft-404', '/t/404.html?b'],
  ['a redirect to itself with an empty query', to('?'), null],
  ['an error of the server with status 200', says('系统出错了'), 'suspected'],
  ['an empty column', says('栏目建设中，敬请期待'), null],
  ['the number of a document', { body: shown('关于第404号提案的答复', `<p>${WORDS}</p>`) }, null],
  ['a jump to a login', script('location.href="/sso/login?service=1"'), 'wall'],
  ['an alert that asks to log in', script('alert("您尚未登录");history.back()'), 'wall'],
  ['a short page that asks to log in', { body: shown('提示', '<p>请先登录后再访问</p>') }, 'wall'],
  [
    'a login by OAuth',
    to('/sso/oauth2/authorize?client_id=1', 307),
    'wall',
    '/sso/oauth2/authorize?client_id=1',
  ],
  ['a page that waits for a login', { body: shown('提示', '<p>您还没有登录，请先登录！</p>') }, 'wall'],
  ['a frame that is led to a login', script('top.location.href = "/sso/login?service=2"'), 'wall'],
  [
    'a refresh to a login',
    { body: '<meta http-equiv="refresh" content="0;url=/sso/login?service=3">' },
    'wall',
  ],
  [
    'a page of a firewall for a dead one',
    { status: 404, body: shown('创宇盾', '<p>当前访问疑似黑客攻击，已被创宇盾拦截</p>') },
    'blocked',
  ],
  [
    'too many requests, in words',
    { body: shown('访问验证', '<p>您的访问过于频繁，请输入验证码</p>') },
    'blocked',
  ],
  [
    'a check of the browser with 503',
    { status: 503, body: shown('Just a moment...', '<p>Checking your browser</p>') },
    'blocked',
  ],
  ['418', { status: 418, body: 'x' }, 'blocked'],
  ['a cookie and the page again', script('document.cookie="a=1";location.reload()'), 'blocked'],
  ['a challenge with 202', { ...script('$_ts=window["$_ts"]'), status: 202 }, 'blocked'],
  [
    'a challenge with 521',
    { ...script('document.cookie="__jsl_clearance=1";location=location'), status: 521 },
    'blocked',
  ],
  ['a challenge with 412', { ...script('$_ts=window["$_ts"]'), status: 412 }, 'blocked'],
  [
    'a firewall with 404',
    { status: 404, body: shown('访问异常', '<p>您的请求已被阻断</p><!-- event id: 1 -->') },
    'blocked',
  ],
  ['a relative redirect', to('../t/a1'), null, '/t/a1'],
  ['a redirect with a blank', to('/t/a 2'), null, '/t/a%202'],
  ['a redirect in UTF-8', to(raw(Buffer.from('/t/规'))), null, '/t/%E8%A7%84'],
  ['a redirect in GBK', to(raw(Uint8Array.of(0x2f, 0x74, 0x2f, 0xb9, 0xe6))), null, '/t/%B9%E6'],
  ['a redirect to a query', to('?again=1', 303), null],
  ['307', to('/t/a3', 307), null, '/t/a3'],
  ['308', to('/t/a4', 308), null, '/t/a4'],
  ['a redirect to a script', to('javascript:void(0)'), 'suspected'],
  ['a redirect with a fragment', to('/t/a12#x'), null, '/t/a12'],
  ['a redirect to no address', to('http://'), 'suspected'],
  [
    'an address with status 200 is no redirect',
    { body: WELL, headers: { 'content-type': 'text/html', location: '/t/no104' } },
    null,
  ],
  ['410 with a page like any other', { status: 410, body: WELL }, 'dead'],
  ['300 is none', { ...to('/t/no100', 300), body: WELL }, null],
  ['204', { status: 204 }, null],
  ['429', { status: 429, headers: { 'retry-after': '0' } }, 'blocked'],
  [
    'a Refresh header',
    { headers: { 'content-type': 'text/html', refresh: '900; url=/t/a5' }, body: WELL },
    null,
    '/t/a5',
  ],
  ['203 is a page', { ...typed('text/html', '/t/a6'), status: 203 }, null, '/t/a6'],
  ['no type', typed(null, '/t/a7'), null, '/t/a7'],
  ['an empty type', typed('', '/t/a8'), null, '/t/a8'],
  ['any type', typed('*/*', '/t/a9'), null, '/t/a9'],
  ['bytes', typed('application/octet-stream', '/t/no101'), null],
  [
    'a download',
    {
      ...typed('text/html', '/t/no102'),
      headers: { 'content-type': 'text/html', 'content-disposition': 'attachment' },
    },
    null,
  ],
  ['a feed', typed('application/rss+xml', '/t/no103'), null],
  [
    'XHTML as XML',
    {
      headers: { 'content-type': 'text/xml' },
      body: `<html xmlns="http://www.w3.org/1999/xhtml"><head><title/></head><body>${WORDS}<a href="/t/a10">x</a></body></html>`,
    },
    null,
    '/t/a10',
  ],
  ['a frameset', { body: '<frameset rows="*"><frame src="/t/a11"></frameset>' }, null, '/t/a11'],
]

/** Where redirects to a query of the same path lead, by the names of their rows. */
const QUERIES: ReadonlyMap<string, string> = new Map([
  ['a redirect to a query', '?again=1'],
  ['a redirect to itself with an empty query', '?'],
])

const pathOf = (at: number): string => `/answer/${at}`

/** Answers by their paths. */
export const ANSWERED: ReadonlyMap<string, Answer> = new Map([
  ...ROWS.map(([, answer], at) => [pathOf(at), answer] as const),
  ...ROWS.flatMap(([name], at) => {
    const query = QUERIES.get(name)
    return query === undefined ? [] : [[`${pathOf(at)}${query}`, { body: WELL }] as const]
  }),
])

/** What answers are taken for, and what is asked because of them (DESIGN §5, Fetch §4.4, MIME Sniffing §7). */
export const ANSWERS: readonly LinkCase[] = ROWS.map(([name, , state, ...asks], at) => ({
  name,
  html: `<a href="${pathOf(at)}">x</a>`,
  asks: [pathOf(at), ...(QUERIES.has(name) ? [`${pathOf(at)}${QUERIES.get(name)}`] : []), ...asks],
  ...(state === null ? {} : { reports: { [pathOf(at)]: state } }),
}))
