import { afterEach, expect, it } from 'vitest'
import { crawlReportShape } from '../../src/report/crawl/crawl-shape.ts'
import { portalAudit } from '../support/command-line.ts'
import { type LoopbackServer, page, startServer } from '../support/server.ts'
import { workspace } from '../support/workspace.ts'

const PAGES = 2_000
/** A link that leads nowhere, on the last page only. */
const GONE = '/gone.html'
/** Menus make pages alike: most of their links are the same. */
const MENU = Array.from({ length: 120 }, (_, at) => `<a href="/menu/${at % 9}.html">栏目</a>`).join('')

const a = (address: string): string => `<a href="${address}">下一条</a>`
const key = (at: number): string =>
  Math.imul(at + 1, 0x9e3779b1)
    .toString(16)
    .replace('-', 'a')
    .padStart(8, '0')

/** Sites of pages that are the same but for a number: where each stands, and which others it leads to. */
const SITES: readonly (readonly [
  name: string,
  address: (at: number) => string,
  next: (at: number) => readonly number[],
])[] = [
  ['each leads to the next', (at) => `/answer/${at}`, (at) => [at + 1]],
  ['by a number in a query', (at) => `/answer.jsp?id=${at}`, (at) => [at + 1]],
  ['each leads to some', (at) => `/answer/${at}.html`, (at) => [at * 3 + 1, at * 3 + 2, at * 3 + 3]],
  ['in folders of folders', (at) => `/a/b${at % 7}/c/${at}/`, (at) => [at * 2 + 1, at * 2 + 2]],
  ['with a key that is no session', (at) => `/answer/${key(at)}`, (at) => [at + 1]],
]

let server: LoopbackServer
afterEach(() => server.close())

it.each(SITES)(
  'thousands of pages that are all but the same are crawled whole: %s',
  async (_name, address, next) => {
    const known = new Map(Array.from({ length: PAGES }, (_, at) => [address(at), at]))
    server = await startServer((request, response, count) => {
      const at = known.get(request.url ?? '') ?? (request.url === '/' ? -1 : null)
      if (at === null) {
        const isMenu = request.url?.startsWith('/menu/') === true
        return page(isMenu ? '栏目'.repeat(300) : '<title>404</title>', isMenu ? 200 : 404)(
          request,
          response,
          count,
        )
      }
      const to = at < 0 ? [0] : next(at).filter((one) => one < PAGES)
      const last = at === PAGES - 1 ? a(GONE) : ''
      const body = `${MENU}${to.map((one) => a(address(one))).join('')}${last}`
      return page(`<title>答复</title>${body}<p>${'内容'.repeat(150)}${at}</p>`)(request, response, count)
    })
    const space = await workspace()
    const place = ['--store', space.path('crawl.db'), '--format', 'json', '--quiet']
    const { out } = await portalAudit('crawl', `${server.origin}/`, ...place)
    const { cutShort, results } = crawlReportShape.parse(JSON.parse(out))
    await space.remove()
    expect(cutShort).toEqual([])
    const asked = new Set(server.requests.map((one) => one.path))
    expect([...known.keys()].filter((path) => !asked.has(path))).toEqual([])
    expect(results.map((one) => one.address)).toEqual([`${server.origin}${GONE}`])
  },
)
