import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { crawlReportShape } from '../../src/report/crawl/crawl-shape.ts'
import { portalAudit } from '../support/command-line.ts'
import { type LoopbackServer, page, startServer } from '../support/server.ts'
import { type Workspace, workspace } from '../support/workspace.ts'

let space: Workspace
let server: LoopbackServer

/** A page with links to a footer host and to so many hosts elsewhere. */
const html = (hosts: number): string =>
  `<title>t</title><a href="http://beian.miit.gov.cn/">ICP</a>${Array.from(
    { length: hosts },
    (_, at) => `<a href="http://h${at}.elsewhere.test/">x</a>`,
  ).join('')}`

async function crawl(hosts: number, settings: string, ...args: readonly string[]) {
  server = await startServer(page(html(hosts)))
  const config = await space.write(
    'audit.yaml',
    `store: crawl.db\nconfirmations: { refusedSeconds: 0 }\nfetch:\n  retries: { attempts: 1 }\n  perHost: { gapMilliseconds: 0 }\n${settings.replaceAll('PORT', String(server.port))}`,
  )
  const ended = await portalAudit(
    'crawl',
    `${server.origin}/`,
    '-c',
    config,
    '--format',
    'json',
    '--all',
    ...args,
  )
  return { ...ended, report: crawlReportShape.parse(JSON.parse(ended.out)) }
}

beforeEach(async () => {
  space = await workspace()
})

afterEach(async () => {
  await server.close()
  await space.remove()
})

describe('a crawl', () => {
  it('does not believe itself when canaries fail, and says which', async () => {
    const { code, err, report } = await crawl(
      0,
      '  resolve: ["canary.test=127.0.0.1:1"]\ncanaries: ["http://canary.test/"]\n',
    )
    expect(code).toBe(75)
    expect(report.reliable).toBe(false)
    expect(report.doubts.map((one) => one.id)).toEqual(['canaries-down', 'canaries-down-later'])
    expect(err).toContain('http://canary.test/')
  }, 30_000)

  it('believes itself when they answer, and never asks standard footer links', async () => {
    const { code, report } = await crawl(
      0,
      '  resolve: ["canary.test=127.0.0.1:PORT"]\ncanaries: ["http://canary.test/"]\n',
    )
    expect(code).toBe(0)
    expect(report).toMatchObject({ reliable: true, doubts: [] })
    const footer = report.results.find((one) => one.address.includes('beian'))
    expect(footer).toMatchObject({ state: 'untested', cause: 'syntax-only' })
    expect(server.requests.map((one) => one.host).filter((host) => host.includes('beian'))).toEqual([])
  }, 30_000)

  it('does not believe itself when nothing outside of the site answers', async () => {
    const { code, report } = await crawl(12, '  resolve: ["*.elsewhere.test=127.0.0.1:1"]\n')
    expect(code).toBe(75)
    expect(report.doubts.map((one) => one.id)).toEqual(['outside-silent'])
  }, 60_000)
})
