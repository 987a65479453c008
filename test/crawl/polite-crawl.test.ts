import { writeFile } from 'node:fs/promises'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { crawlReportShape } from '../../src/report/crawl/crawl-shape.ts'
import { portalAudit } from '../support/command-line.ts'
import {
  gapsOf,
  type LoggedHandler,
  type LoggedServer,
  most,
  type Room,
  startLoggedServer,
} from '../support/logged-server.ts'
import { type Workspace, workspace } from '../support/workspace.ts'

const PAGES = 500
const TEXT = '<p>各区县、各部门应当按照职责分工及时更新所负责的栏目，确保信息准确。</p>'.repeat(20)

/** Pages in a circle, each with a dozen links ahead and, now and then, one that is dead. */
const site: LoggedHandler = (request, response) => {
  const number = Number(
    /^\/p(\d+)\.html$/.exec(request.url ?? '')?.[1] ?? (request.url === '/' ? 0 : Number.NaN),
  )
  if (Number.isNaN(number)) {
    response.writeHead(404, { 'content-type': 'text/html' }).end('404')
    return
  }
  const links = Array.from(
    { length: 12 },
    (_, at) => `<a href="/p${(number * 7 + at * 41 + 1) % PAGES}.html">x</a>`,
  )
  const dead = number % 50 === 0 ? `<a href="/gone${number}.html">x</a>` : ''
  response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' })
  response.end(`<title>第${number}页</title>${links.join('')}${dead}${TEXT}`)
}

let space: Workspace
let server: LoggedServer

beforeEach(async () => {
  space = await workspace()
})
afterEach(async () => {
  await server.close()
  await space.remove()
})

async function crawl(url: string, ...args: readonly string[]) {
  const store = space.path('crawl.db')
  const ended = await portalAudit('crawl', url, '--store', store, '--format', 'json', '--quiet', ...args)
  expect(ended.err).toBe('')
  const report = crawlReportShape.parse(JSON.parse(ended.out))
  return { code: ended.code, states: report.results.map((one) => one.state), report }
}

describe('a crawl', () => {
  it.each<readonly [Room, readonly string[]]>([
    [{ connections: 4, others: 'drop' }, []],
    [{ connections: 4, others: 'refuse' }, ['--connections', '32']],
  ])('of a server with room for %j calls nothing dead that is not', async (room, args) => {
    server = await startLoggedServer(site, room)
    const { report, states } = await crawl(`http://127.0.0.1:${server.port}/`, ...args)
    expect(report.counts.pages).toBe(PAGES + 1)
    expect(states).toEqual(Array(PAGES / 50).fill('dead'))
    expect(report.results.every((one) => one.address.includes('/gone'))).toBe(true)
    expect(server.turnedAway() < PAGES / 2).toBe(true)
  })

  it('opens no more connections than it is told, second opinions among them', async () => {
    server = await startLoggedServer(site)
    const { states } = await crawl(`http://127.0.0.1:${server.port}/`, '--connections', '3')
    expect(states).toEqual(Array(PAGES / 50).fill('dead'))
    expect(server.mostOpen()).toBeLessThanOrEqual(3)
    expect(most(server.requests.map((one) => one.atOnce))).toBeLessThanOrEqual(3)
  })

  it('hurries on the host that was named, not on those that it links to', async () => {
    server = await startLoggedServer((request, response) => {
      const links = [1, 2, 3].map((at) => `<a href="http://other.example/${at}">x</a><a href="/${at}">x</a>`)
      response.writeHead(200, { 'content-type': 'text/html' })
      response.end(request.url === '/' ? `${links.join('')}${TEXT}` : TEXT)
    })
    const resolve = `other.example=127.0.0.1:${server.port}`
    const { code } = await crawl(`http://127.0.0.1:${server.port}/`, '--resolve', resolve)
    expect(code).toBe(0)
    const other = server.requests.filter((one) => one.host === 'other.example')
    expect(other.length).toBeGreaterThanOrEqual(4)
    expect(Math.min(...gapsOf(other))).toBeGreaterThanOrEqual(490)
    const own = server.requests.filter((one) => one.host === '127.0.0.1')
    expect(Math.min(...gapsOf(own))).toBeLessThan(490)
  })

  it('asks no host for more than its budget, and says what is left over', async () => {
    server = await startLoggedServer(site)
    const file = space.path('audit.yaml')
    await writeFile(file, 'fetch:\n  perHost: { mostRequests: 40 }\n')
    const { code, report, states } = await crawl(`http://127.0.0.1:${server.port}/p1.html`, '--config', file)
    expect(code).toBe(0)
    expect(server.requests).toHaveLength(40)
    expect(states).not.toContain('dead')
    const left = report.results.filter((one) => one.state === 'untested')
    expect(left.length).toBeGreaterThan(20)
    expect(new Set(left.map((one) => one.cause))).toEqual(new Set(['budget-spent']))
  })
})
