import type { IncomingMessage, ServerResponse } from 'node:http'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { CrawlReport } from '../../src/report/crawl/crawl-report.ts'
import { SELF_SIGNED } from '../fetch/self-signed.ts'
import { portalAudit } from '../support/command-line.ts'
import { type LoopbackServer, startServer } from '../support/server.ts'
import { type Workspace, workspace } from '../support/workspace.ts'

/** What a server says to a request. */
interface Answer {
  readonly status: number
  readonly headers?: Readonly<Record<string, string>>
  /** Links of the page; null for no body. */
  readonly links?: readonly string[] | null
  /** Sent instead of a page. */
  readonly text?: string
}

type Site = (path: string, headers: IncomingMessage['headers']) => Answer

let space: Workspace
let server: LoopbackServer
let site: Site

const LONG = '各单位应当按照职责分工及时更新所负责的栏目，确保信息准确、完整。'.repeat(20)

function send(request: IncomingMessage, response: ServerResponse): void {
  const { url = '', headers: asked } = request
  const { status, headers = {}, links = [], text } = site(url, asked)
  response.writeHead(status, { 'content-type': 'text/html; charset=utf-8', ...headers })
  const list = links?.map((one) => `<a href="${one}">通知</a>`).join('\n')
  response.end(text ?? (list === undefined ? undefined : `<title>政务公开</title>${list}<p>${LONG}</p>`))
}

const CONFIG = `confirmations: { refusedSeconds: 0 }
fetch:
  retries: { attempts: 1, delayMilliseconds: 0 }
`
const USUAL = ['--format', 'json', '--quiet', '--gap', '0']

beforeEach(async () => {
  space = await workspace()
  server = await startServer(send)
  await space.write('audit.yaml', CONFIG)
})
afterEach(async () => {
  await server.close()
  await space.remove()
})

/** Crawls the site with a database, and says what came of it without times. */
async function crawl(store: string, ...args: readonly string[]) {
  const place = ['-c', space.path('audit.yaml'), '--store', space.path(store)]
  const { code, out, err } = await portalAudit(
    'crawl',
    `${server.origin}/`,
    ...place,
    '--format',
    'json',
    '--quiet',
    ...args,
  )
  expect(err).toBe('')
  const { counts, complete, reliable, results } = JSON.parse(out) as CrawlReport
  const said = results.map(({ seen, ...rest }) => ({ ...rest, seen: seen.map(({ brought }) => brought) }))
  return { code, counts, complete, reliable, results: said }
}

/** Pages by their paths and the links on them, with one ETag for all; everything else is gone. */
const pages =
  (links: Readonly<Record<string, readonly string[]>>, edition = 1): Site =>
  (path, headers) => {
    const etag = `"${edition}"`
    const found = links[path]
    if (found === undefined) return { status: 404 }
    return headers['if-none-match'] === etag
      ? { status: 304, headers: { etag }, links: null }
      : { status: 200, headers: { etag }, links: found }
  }

const SMALL = { '/': ['/a.html', '/b.html', '/gone.html'], '/a.html': ['/b.html'], '/b.html': ['/'] }

/** Says so of one path; all others are as they were. */
const but =
  (
    at: string,
    say: (path: string, headers: IncomingMessage['headers']) => Answer,
    before = pages(SMALL),
  ): Site =>
  (path, headers) =>
    path === at ? say(path, headers) : before(path, headers)

const UNCHANGED: Answer = { status: 304, links: null }

const LIES: readonly (readonly [name: string, first: Site, second: Site])[] = [
  ['of an address that was gone', pages(SMALL), but('/gone.html', () => UNCHANGED)],
  [
    'of another version',
    pages(SMALL),
    but('/a.html', (_path, headers) =>
      headers['if-none-match'] === undefined
        ? { status: 200, headers: { etag: '"2"' }, links: ['/new-gone.html'] }
        : { status: 304, headers: { etag: '"2"' }, links: null },
    ),
  ],
  [
    'behind a redirect',
    pages(SMALL),
    but(
      '/a.html',
      () => ({ status: 302, headers: { location: '/c.html' } }),
      but('/c.html', () => UNCHANGED),
    ),
  ],
  [
    'of a page without a version',
    but('/a.html', () => ({ status: 200, links: ['/a-gone.html'] })),
    but('/a.html', () => UNCHANGED),
  ],
]

describe('a night with a server that says “unchanged”', () => {
  it.each(LIES)('%s', async (_name, first, second) => {
    site = first
    await crawl('nights.db')
    site = second
    const night = await crawl('nights.db')
    expect(night).toEqual(await crawl('new.db'))
    expect(await crawl('nights.db')).toEqual(night)
  })
})

it('a night tells of a certificate that nobody vouches for any more, though no page has changed', async () => {
  const secure = await startServer(send, SELF_SIGNED)
  const resolve = ['--resolve', `portal.gov.example=127.0.0.1:${secure.port}`]
  const night = async (store: string): Promise<readonly string[]> => {
    const place = [...USUAL, '-c', space.path('audit.yaml'), '--store', space.path(store)]
    const { out } = await portalAudit('crawl', 'https://portal.gov.example/', ...resolve, ...place)
    const { results } = JSON.parse(out) as CrawlReport
    return results.map(({ state, cause, address }) => `${state} ${cause} ${address}`)
  }
  site = pages(SMALL)
  await space.write('ca.pem', SELF_SIGNED.cert)
  await space.write('audit.yaml', `${CONFIG}  ca: ${space.path('ca.pem')}\n`)
  expect(await night('nights.db')).toHaveLength(1)
  await space.write('audit.yaml', CONFIG)
  const told = await night('nights.db')
  expect(told).toHaveLength(4)
  expect(told).toEqual(await night('new.db'))
  await secure.close()
})

describe('a night', () => {
  const MANY = Array.from({ length: 300 }, (_, at) => `/p${at}.html`)
  const BIG = { '/': MANY, ...Object.fromEntries(MANY.map((path) => [path, ['/']])) }

  it.each<readonly [string, Answer]>([
    ['fails', { status: 503 }],
    ['is gone', { status: 404 }],
    ['turns us away', { status: 403 }],
    ['says that it is being repaired', { status: 200 }],
    ['sends its readers away', { status: 302, headers: { location: '/login' } }],
  ])('does not go on about everything where the start %s', async (_name, answer) => {
    site = pages(BIG)
    await crawl('nights.db')
    const before = server.requests.length
    site = () => answer
    const night = await crawl('nights.db')
    expect(server.requests.length - before).toBeLessThan(120)
    expect(night).toEqual(await crawl('new.db'))
  })

  it('asks for no more pages than its budget', async () => {
    site = pages(BIG)
    await crawl('nights.db', '--pages', '700')
    const before = server.requests.length
    const OTHER = Array.from({ length: 900 }, (_, at) => `/q${at}.html`)
    site = pages({ '/': OTHER, ...Object.fromEntries([...MANY, ...OTHER].map((path) => [path, []])) }, 2)
    const { complete } = await crawl('nights.db', '--pages', '700')
    const asked = server.requests.slice(before).filter(({ path }) => /^\/(?:[pq]\d+\.html)?$/.test(path))
    expect(asked.length).toBeLessThanOrEqual(700)
    expect(complete).toBe(false)
  })

  const FILE = '/file.html?access_token=abc'
  const isOpen: Site = (path) => ({ status: path === FILE ? 200 : 403 })

  it('asks with the token that a link has today, where it had none', async () => {
    const withFile = (link: string, edition: number): Site => {
      const rest = pages({ '/': ['/a.html'], '/a.html': [link] }, edition)
      return (path, headers) => (path.startsWith('/file.html') ? isOpen(path, headers) : rest(path, headers))
    }
    site = withFile('/file.html', 1)
    await crawl('nights.db')
    site = withFile(FILE, 2)
    const night = await crawl('nights.db')
    expect(night).toEqual(await crawl('new.db'))
    expect(night.counts.byState.blocked).toBe(0)
  })

  it('asks with the token that the sitemap has today, where it had none', async () => {
    const withMap = (link: string): Site => {
      const rest = pages({ '/': ['/a.html'], '/a.html': [] })
      return (path, headers) => {
        if (path.startsWith('/file.html')) return isOpen(path, headers)
        const map = `<urlset><url><loc>${server.origin}${link}</loc></url></urlset>`
        return path === '/sitemap.xml' ? { status: 200, text: map } : rest(path, headers)
      }
    }
    site = withMap('/file.html')
    await crawl('nights.db', '--sitemap')
    site = withMap(FILE)
    const night = await crawl('nights.db', '--sitemap')
    expect(night).toEqual(await crawl('new.db', '--sitemap'))
    expect(night.counts.byState.blocked).toBe(0)
  })
})
