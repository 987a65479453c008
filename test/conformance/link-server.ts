import type { ServerResponse } from 'node:http'
import { type LoopbackServer, startServer } from '../support/server.ts'
import { CASES } from './cases.ts'
import { ANSWERED } from './families/answers.ts'
import type { LinkCase } from './link-case.ts'

const WORDS = '各单位应当按照职责分工及时更新所负责的栏目，确保信息准确、完整。'.repeat(40)
const GBK: Readonly<Record<string, readonly number[]>> = { 规: [0xb9, 0xe6], 划: [0xbb, 0xae] }

const gbkBytes = (text: string): Buffer =>
  Buffer.from([...text].flatMap((letter) => GBK[letter] ?? [...Buffer.from(letter, 'latin1')]))

/** A page that nobody would take for an error page, with the case's links at its end. */
function casePage({ html, charset }: LinkCase, host: string): Buffer {
  const body = html.replaceAll('{HOST}', host)
  const links = ['/', '/case/0', '/case/1'].map((path) => `<a href="${path}">x</a>`).join('')
  const head = (name: string): string => `<!DOCTYPE html><meta charset="${name}"><title>Cases</title>${links}`
  if (charset === 'gbk') return gbkBytes(`${head('gbk')}<p>${'Nothing to see. '.repeat(200)}</p>${body}`)
  return Buffer.from(`${head('utf-8')}<p>${WORDS}</p>${body}`)
}

const send = (response: ServerResponse, status: number, body: string | Buffer, headers = {}): void => {
  response.writeHead(status, { 'content-type': 'text/html', ...headers })
  response.end(body)
}

const well = `<!DOCTYPE html><meta charset="utf-8"><title>Well</title><p>${WORDS}</p>${'<a href="/">x</a>'.repeat(3)}`
const challenge =
  '<!DOCTYPE html><title>Just a moment...</title><script>window._cf_chl_opt={cvId:"3"}</script><script src="/cdn-cgi/challenge-platform/h/b/orchestrate/chl_page/v1"></script>'
const login =
  '<meta charset="utf-8"><title>用户登录</title><form method="post"><h2>用户登录</h2>用户名 <input name="u"> 密码 <input type="password" name="p"><button>登录</button></form>'

type Answer = (response: ServerResponse, cookie: string, method: string) => void

const ANSWERS: Readonly<Record<string, Answer>> = {
  '/dead/404': (response) => send(response, 404, 'gone'),
  '/dead/410': (response) => send(response, 410, 'gone'),
  '/dead/500': (response) => send(response, 500, 'broken'),
  '/dead/403': (response) => send(response, 403, 'no'),
  '/dead/guessed': (response) => send(response, 404, 'gone'),
  '/head-lies': (response, _cookie, method) => send(response, method === 'GET' ? 200 : 405, well),
  '/soft': (response) =>
    send(response, 200, '<meta charset="utf-8"><title>提示</title><h1>抱歉，您访问的页面不存在</h1>'),
  '/login-wall': (response) => send(response, 302, '', { location: '/sso/login?service=%2Flogin-wall' }),
  '/sso/login?service=%2Flogin-wall': (response) => send(response, 200, login),
  '/sso/oauth2/authorize?client_id=1': (response) => send(response, 200, login),
  '/challenge': (response) => send(response, 200, challenge),
  '/cookie': (response, cookie) =>
    cookie.includes('ok=1')
      ? send(response, 200, well)
      : send(response, 302, '', { location: '/cookie', 'set-cookie': 'ok=1; Path=/' }),
  '/loop': (response) => send(response, 302, '', { location: '/loop' }),
  '/to-dead': (response) => send(response, 302, '', { location: '/dead/404' }),
}

/** Serves every case on a page of its own, with a front page that leads to all of them. */
export async function linkServer(): Promise<LoopbackServer> {
  return startServer((request, response) => {
    const { url = '', method = '', headers } = request
    const [, at] = /^\/case\/(\d+)$/.exec(url) ?? []
    const answer = ANSWERS[url]
    const answered = ANSWERED.get(url)
    const found = at === undefined ? undefined : CASES[Number(at)]
    if (answer !== undefined) answer(response, headers.cookie ?? '', method)
    else if (answered !== undefined) {
      const { status = 200, headers: sent = { 'content-type': 'text/html' }, body = '' } = answered
      response.writeHead(status, { ...sent })
      response.end(body)
    } else if (found?.page !== undefined) {
      response.writeHead(200, found.type === undefined ? {} : { 'content-type': found.type })
      response.end(found.page)
    } else if (found !== undefined) send(response, 200, casePage(found, headers.host ?? ''))
    else if (url === '/') {
      const links = CASES.map((_case, number) => `<li><a href="/case/${number}">x</a>`).join('\n')
      send(
        response,
        200,
        `<!DOCTYPE html><title>Cases</title><p>${'Nothing to see. '.repeat(200)}</p><ul>${links}`,
      )
    } else if (/^\/(?:(?:t|x|case)\/|\?)/.test(url)) send(response, 200, well)
    else send(response, 404, 'gone')
  })
}

/** The requests that a case must cause, its own page taken for what a query alone is relative to. */
export const askedBy = ({ asks }: LinkCase, number: number): readonly string[] =>
  asks.map((path) => (path.startsWith('?') ? `/case/${number}${path}` : path))

/** What is asked for beside the cases: the way to them, and what the engine needs to judge. */
export const isOfTheWay = (path: string): boolean =>
  /^\/(?:case\/\d+)?$|^\/robots\.txt$|portal-audit-|^\/sso\/|^\/cdn-cgi\//.test(path)
