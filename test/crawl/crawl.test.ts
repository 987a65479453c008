import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { CrawlReport } from '../../src/report/crawl/crawl-report.ts'
import { crawlReportShape } from '../../src/report/crawl/crawl-shape.ts'
import { portalAudit } from '../support/command-line.ts'
import { type Handler, type LoopbackServer, page, startServer } from '../support/server.ts'
import { type Workspace, workspace } from '../support/workspace.ts'

const TEXT = '各区县、各部门应当按照职责分工及时更新所负责的栏目，确保信息准确。'.repeat(40)
const LINKS = [1, 2, 3]
  .map((at) => `<li><a href="/fill/${at}.html">关于第${at}项工作的通知</a></li>`)
  .join('\n')

/** A page that nobody would take for an error page. */
const ordinary = (body: string, title = '政务公开'): string =>
  `<!DOCTYPE html>\n<html><head><meta charset="utf-8"><title>${title}</title></head>\n<body>\n${body}\n<ul>${LINKS}</ul><p>${TEXT}</p></body></html>`

type Site = Readonly<Record<string, string | Handler>>

const FILL: Site = Object.fromEntries([1, 2, 3].map((at) => [`/fill/${at}.html`, ordinary('', `通知${at}`)]))

const siteHandler =
  (site: Site): Handler =>
  (request, response, at) => {
    const found = { ...FILL, ...site }[request.url ?? '']
    if (typeof found === 'function') return found(request, response, at)
    response.writeHead(found === undefined ? 404 : 200, { 'content-type': 'text/html; charset=utf-8' })
    response.end(found ?? '<title>404</title>您访问的页面不存在')
  }

let space: Workspace
let server: LoopbackServer
let start = '/'

async function serve(site: Site): Promise<void> {
  server = await startServer(siteHandler(site))
}

async function crawl(...args: readonly string[]): Promise<{ code: number; report: CrawlReport }> {
  const ended = await portalAudit(
    'crawl',
    `${server.origin}${start}`,
    '--store',
    space.path('crawl.db'),
    '--format',
    'json',
    '--quiet',
    ...args,
  )
  expect(ended.err).toBe('')
  return { code: ended.code, report: crawlReportShape.parse(JSON.parse(ended.out)) }
}

const paths = (): readonly string[] => server.requests.map((one) => one.path)
const told = (report: CrawlReport): Readonly<Record<string, string>> =>
  Object.fromEntries(report.results.map((one) => [one.address.replace(server.origin, ''), one.state]))

beforeEach(async () => {
  start = '/'
  space = await workspace()
})

afterEach(async () => {
  await server.close()
  await space.remove()
})

describe('crawl', () => {
  it('finds each dead link with every page and line that holds it, and ends with 2', async () => {
    await serve({
      '/': ordinary('<a href="/a.html">a</a>\n<a href="/gone.html">x</a>'),
      '/a.html': ordinary('<p>\n</p><a href="gone.html">again</a> <a href="/">home</a>'),
    })
    const { code, report } = await crawl()
    expect(code).toBe(2)
    expect(report.counts).toMatchObject({ addresses: 6, pages: 5 })
    const [dead] = report.results
    expect(report.results).toHaveLength(1)
    expect(dead).toMatchObject({ state: 'dead', cause: '404', guessed: false })
    expect(dead?.sources).toEqual([
      { page: `${server.origin}/`, line: 5, kind: 'a' },
      { page: `${server.origin}/a.html`, line: 5, kind: 'a' },
    ])
    expect(dead?.seen.map((one) => `${one.purpose} ${one.brought}`)).toEqual([
      'visit 404',
      'repeat 404',
      'opinion linkinator: broken',
    ])
  })

  it('ends with 0 where all is well, and asks for nothing twice', async () => {
    await serve({ '/': ordinary('<a href="/a.html?b=1&amp;c=2#top">a</a>'), '/a.html?b=1&c=2': ordinary('') })
    const { code, report } = await crawl()
    expect(code).toBe(0)
    expect(report.results).toEqual([])
    const asked = paths().filter((path) => !path.includes('robots.txt') && !path.includes('portal-audit-'))
    expect(asked).toHaveLength(new Set(asked).size)
  })

  it('does not believe a page that is gone only once', async () => {
    let asked = 0
    await serve({
      '/': ordinary('<a href="/flaky.html">a</a>'),
      '/flaky.html': (_request, response) => {
        asked += 1
        response.writeHead(asked === 1 ? 404 : 200, { 'content-type': 'text/html' })
        response.end(ordinary(''))
      },
    })
    const { code, report } = await crawl()
    expect(code).toBe(0)
    expect(told(report)).toEqual({ '/flaky.html': 'disputed' })
  })

  it.each([
    [
      'follows no link out of its prefixes',
      ['--prefix', '/in/', '--prefix', '/index.html'],
      '/in/b.html',
      '/out/b.html',
    ],
    ['follows no link beyond a depth', ['--depth', '1'], '/out/a.html', '/out/b.html'],
    [
      'leaves alone what is outside',
      ['--prefix', '/index.html', '--no-external'],
      '/index.html',
      '/in/a.html',
    ],
  ])('%s', async (_what, args, asked, unasked) => {
    start = '/index.html'
    await serve({
      '/index.html': ordinary('<a href="/in/a.html">a</a><a href="/out/a.html">a</a>'),
      '/in/a.html': ordinary('<a href="/in/b.html">b</a>'),
      '/in/b.html': ordinary(''),
      '/out/a.html': ordinary('<a href="/out/b.html">b</a>'),
      '/out/b.html': ordinary(''),
    })
    await crawl(...args)
    expect(paths()).not.toContain(unasked)
    expect(paths()).toContain(asked)
  })

  it('stops at its budget of pages and says that it did', async () => {
    await serve(
      Object.fromEntries(
        Array.from({ length: 50 }, (_, at) => [
          at === 0 ? '/' : `/p${at}.html`,
          ordinary(`<a href="/p${at + 1}.html">next</a>`),
        ]),
      ),
    )
    const { report } = await crawl('--pages', '10')
    expect(report.complete).toBe(false)
    expect(paths().filter((path) => /^\/(?:p\d+\.html|fill.*)?$/.test(path)).length).toBeLessThanOrEqual(10)
  })

  it.each<[string, string | Handler, string]>([
    [
      'a page that says “not found” with status 200',
      ordinary('')
        .replace(/<ul>.*<\/p>/s, '<h1>404</h1><p>您访问的页面不存在</p>')
        .replace('政务公开', '页面不存在'),
      'soft-404',
    ],
    [
      'a link that ends at a login',
      (request, response) => {
        response.writeHead(302, { location: `/sso/login?service=${request.url}` })
        response.end()
      },
      'wall',
    ],
    [
      'a server that fails',
      (_request, response) => {
        response.writeHead(500)
        response.end()
      },
      'suspected',
    ],
    [
      'a host that turns robots away',
      (_request, response) => {
        response.writeHead(403)
        response.end()
      },
      'blocked',
    ],
  ])('says what it is: %s', async (_what, answer, state) => {
    await serve({
      '/': ordinary('<a href="/x.html">x</a>'),
      '/x.html': answer,
      '/sso/login?service=/x.html': ordinary(
        '<form method="post"><h2>用户登录</h2>用户名 <input name="u"> 密码 <input type="password" name="p"><button>登录</button></form>',
        '用户登录',
      ).replace(/<ul>.*<\/p>/s, ''),
    })
    const { report } = await crawl()
    expect(told(report)).toEqual({ '/x.html': state })
  })

  it('asks on this machine for nothing but the host that was named', async () => {
    const secret = await startServer(page('secret'))
    const { port } = secret
    const spellings = ['127.0.0.1', 'localhost', '0x7f.1', '2130706433', '[::ffff:127.0.0.1]', '0', '127.1']
    await serve({
      '/': ordinary(
        [
          ...spellings.map((host) => `<a href="http://${host}:${port}/">x</a>`),
          '<a href="/jump">x</a>',
          '<a href="//user:word@127.0.0.1/">x</a>',
        ].join('\n'),
      ),
      '/jump': (_request, response) => {
        response.writeHead(302, { location: `http://127.0.0.1:${port}/` })
        response.end()
      },
    })
    const { code, report } = await crawl()
    await secret.close()
    expect(secret.requests).toEqual([])
    expect(secret.connections()).toBe(0)
    expect(code).toBe(0)
    expect(new Set(report.results.map((one) => `${one.state} ${one.cause}`))).toEqual(
      new Set(['untested forbidden-address']),
    )
  })

  it('checks fragments on request, as a browser finds their places', async () => {
    const targets = ['one', 'two', '%E4%B8%89', '三', 'top', '', '!/route', 'none', '%E6%97%A0']
    const links = targets.map((one) => `<a href="/a.html#${one}">x</a>`).join('\n')
    await serve({
      '/': ordinary(
        `${links}<a href="#here">x</a><p id="here"></p><a href="#nowhere">x</a><a href="/moved.html#old">x</a>`,
      ),
      '/a.html': ordinary(
        '<p id="one"></p><a name="two"></a><h2 id="三"></h2><p name="none"></p><template><p id="none"></p></template>',
      ),
      '/moved.html': (_request, response) => {
        response.writeHead(302, { location: '/b.html#place' })
        response.end()
      },
      '/b.html': ordinary('<p id="place"></p>'),
    })
    expect(told((await crawl()).report)).toEqual({})
    const { code, report } = await crawl('--fragments')
    expect(told(report)).toEqual({
      '/#nowhere': 'missing-fragment',
      '/a.html#none': 'missing-fragment',
      '/a.html#%E6%97%A0': 'missing-fragment',
    })
    expect(code).toBe(2)
  })

  it('asks only for what has changed since the crawl before, and says the same', async () => {
    const site: Site = {
      '/': (request, response) => {
        const isSame = request.headers['if-none-match'] === '"1"'
        response.writeHead(isSame ? 304 : 200, { 'content-type': 'text/html', etag: '"1"' })
        response.end(isSame ? undefined : ordinary('<a href="/gone.html">x</a><a href="/a.html">a</a>'))
      },
      '/a.html': ordinary('<a href="/gone.html">x</a>'),
    }
    await serve(site)
    const first = await crawl()
    const before = server.requests.length
    const second = await crawl()
    const again = server.requests.slice(before)
    expect(second.report.results.map(({ seen, ...rest }) => rest)).toEqual(
      first.report.results.map(({ seen, ...rest }) => rest),
    )
    expect(second.report.counts).toEqual(first.report.counts)
    expect(again.find((one) => one.path === '/')?.headers['if-none-match']).toBe('"1"')
    expect(again.filter((one) => one.path === '/gone.html')).toHaveLength(1)
    const fresh = await crawl('--fresh')
    expect(fresh.report.counts).toEqual(first.report.counts)
    expect(server.requests.at(-1)?.headers['if-none-match']).toBeUndefined()
  })

  it('lists everything when asked to', async () => {
    await serve({ '/': ordinary('<a href="/a.html">a</a>'), '/a.html': ordinary('') })
    const { report } = await crawl('--all')
    expect(Object.keys(told(report)).sort()).toEqual([
      '/',
      '/a.html',
      '/fill/1.html',
      '/fill/2.html',
      '/fill/3.html',
    ])
  })
})
