import { readFile } from 'node:fs/promises'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { FORGERIES, type ForgedAnswer, SPELLINGS } from '../../fixtures/sites/hostile/forgeries.ts'
import { ordinary } from '../../fixtures/sites/hostile/pages.ts'
import { registryTemplate } from '../../src/registry/template.ts'
import type { CrawlReport } from '../../src/report/crawl/crawl-report.ts'
import { type SecretServer, startSecretServer } from '../fetch/secret-server.ts'
import { portalAudit } from '../support/command-line.ts'
import { type LoopbackServer, startServer } from '../support/server.ts'
import { type Workspace, workspace } from '../support/workspace.ts'

const HOST = 'www.city.example'

let secret: SecretServer
let front: LoopbackServer
let space: Workspace

const filled = (text: string): string => text.replaceAll('{PORT}', String(secret.port))
/** Headers are sent byte by byte. */
const headerText = (text: string): string => Buffer.from(filled(text)).toString('latin1')

/** The attacker's site: all tricks on one page, and what stands behind them. */
const answers = new Map<string, readonly ForgedAnswer[]>(
  FORGERIES.flatMap((one) => Object.entries(one.answers)),
)
const links = [
  ...FORGERIES.map(({ html }) => html),
  ...SPELLINGS.map((host) => `<a href="http://${host}:{PORT}/">x</a>`),
  ...SPELLINGS.map((_host, at) => `<a href="/spelling-${at}">x</a>`),
]

function answer(request: IncomingMessage, response: ServerResponse, times: number): void {
  const { pathname } = new URL(request.url ?? '/', 'http://x')
  const [, at] = /^\/spelling-(\d+)$/.exec(pathname) ?? []
  if (pathname === '/') {
    response.writeHead(200, { 'content-type': 'text/html' }).end(filled(ordinary(links.join('\n'))))
  } else if (at !== undefined) {
    const location = headerText(`http://${SPELLINGS[Number(at)]}:{PORT}/`)
    response.writeHead(302, { location }).end()
  } else {
    const list = answers.get(pathname) ?? answers.get('*') ?? []
    const said = list[Math.min(times, list.length - 1)]
    const headers = Object.entries(said?.headers ?? {}).map(([name, value]) => [name, headerText(value)])
    response.writeHead(said?.status ?? 404, { 'content-type': 'text/html', ...Object.fromEntries(headers) })
    response.end(filled(said?.body ?? ''))
  }
}

beforeAll(async () => {
  secret = await startSecretServer()
  const times = new Map<string, number>()
  front = await startServer((request, response) => {
    const path = request.url ?? '/'
    times.set(path, (times.get(path) ?? -1) + 1)
    answer(request, response, times.get(path) ?? 0)
  })
  space = await workspace()
  await space.write(
    'audit.yaml',
    `fetch:
  perHost: { connections: 8, gapMilliseconds: 0 }
  retries: { attempts: 2, delayMilliseconds: 1 }
  timeouts: { connectMilliseconds: 500, headersMilliseconds: 1000, bodyMilliseconds: 1000, totalMilliseconds: 2000 }
  resolve: ['${HOST}=127.0.0.1:${front.port}']
`,
  )
})
afterAll(async () => {
  await Promise.all([secret.close(), front.close()])
  await space.remove()
})

const command = (...args: readonly string[]) => portalAudit(...args, '-c', space.path('audit.yaml'))

describe('what only this machine can reach', () => {
  it('is the aim of many tricks', () => {
    expect(FORGERIES.length + SPELLINGS.length).toBeGreaterThanOrEqual(100)
  })

  it.each([
    [['--sitemap']],
    [['--sitemap', '--host', '*']],
    [['--host', '127.0.0.1', '--host', '*.example']],
  ])('is never reached by a crawl %j', async (options) => {
    const store = ['--store', space.path(`crawl-${options.length}.db`)]
    const ended = await command('crawl', `http://${HOST}/`, '--format', 'json', '--all', ...store, ...options)
    const report: CrawlReport = JSON.parse(ended.out)
    expect(secret.connections()).toBe(0)
    expect(ended.out).not.toContain('the secret')
    const refused = report.results.filter(({ cause }) => cause === 'forbidden-address')
    expect(refused.length).toBeGreaterThan(60)
    const judged = refused.filter(({ state }) => state !== 'untested' && state !== 'disputed')
    expect(judged).toEqual([])
  })

  it('is never reached by an audit, be it registered or linked to', async () => {
    const plain = SPELLINGS.filter((host) => /^[\w.[\]:]+$/.test(host))
    const paths = ['/', ...answers.keys(), ...SPELLINGS.map((_host, at) => `/spelling-${at}`)]
    const addresses = [
      ...plain.map((host) => `http://${host}:{PORT}/`),
      ...paths.filter((path) => path.startsWith('/')).map((path) => `http://${HOST}${path}`),
    ]
    const rows = addresses.map((one, at) => `qingxi-${at},qingxi,1.1,栏目,submitted,,${filled(one)}`)
    const registry = registryTemplate()
    const [heading = ''] = (registry['columns.csv'] ?? '').split('\n')
    const columns = `${[heading.trim(), ...rows].join('\n')}\n`
    for (const [name, text] of Object.entries(registry))
      await space.write(`registry/${name}`, name === 'columns.csv' ? columns : text)
    const scope = ['--unit', 'qingxi', '--item', '1.1', '--as-of', '2026-11-26', '--quiet']
    const store = ['--store', space.path('audit.db'), '--out', space.path('reports'), '--format', 'json']
    // Most of what is registered may not be asked, so that nothing is said of the unit.
    const ended = await command('audit', ...scope, ...store)
    expect(ended.code).toBe(75)
    expect(secret.connections()).toBe(0)
    const text = await readFile(space.path('reports/report.json'), 'utf8')
    expect(text).not.toContain('the secret')
    expect(text).toContain('forbidden-address')
  })

  it.each(SPELLINGS)('is never reached by a check of %s, straight or behind a redirect', async (host) => {
    const at = SPELLINGS.indexOf(host)
    for (const url of [filled(`http://${host}:{PORT}/`), `http://${HOST}/spelling-${at}`]) {
      const ended = await command('check', url)
      expect(secret.connections()).toBe(0)
      expect(ended.out).not.toContain('the secret')
    }
  })
})
