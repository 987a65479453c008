import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { TRAPS, type Trap } from '../../fixtures/sites/hostile/traps.ts'
import { crawlReportShape } from '../../src/report/crawl/crawl-shape.ts'
import { portalAudit } from '../support/command-line.ts'
import { page, startServer } from '../support/server.ts'
import { type Workspace, workspace } from '../support/workspace.ts'

/** Pages that a crawl may ask for where nothing else ends it. */
const BUDGET = 300

let space: Workspace
beforeAll(async () => {
  space = await workspace()
})
afterAll(() => space.remove())

async function crawled(trap: Trap) {
  const server = await startServer((request, response, at) => {
    const path = request.url ?? ''
    const isNone = path === '/robots.txt' || path.includes('portal-audit-')
    return page(isNone ? 'none' : trap.page(path, at), isNone ? 404 : 200)(request, response, at)
  })
  const budget = trap.reasons.includes('pages') ? ['--pages', String(BUDGET)] : []
  const ended = await portalAudit(
    'crawl',
    `${server.origin}${trap.start}`,
    '--store',
    space.path(`${trap.name}.db`),
    '--format',
    'json',
    '--lang',
    'en',
    ...budget,
  )
  await server.close()
  const report = crawlReportShape.parse(JSON.parse(ended.out))
  return { report, err: ended.err, code: ended.code, requests: server.requests.length }
}

describe('a crawl of a site without end', () => {
  it.each(TRAPS.map((trap) => [trap.name, trap] as const))('comes to its end: %s', async (_name, trap) => {
    const { report, err, requests } = await crawled(trap)
    const { complete, cutShort } = report
    expect(cutShort.map(({ reason }) => reason)).toEqual(trap.reasons)
    expect(complete).toBe(trap.reasons.length === 0)
    expect(requests).toBeLessThanOrEqual(trap.mostRequests)
    // Nobody is to believe that everything was checked.
    expect(err.includes('cut short')).toBe(trap.reasons.length > 0)
    // What was left out is listed as what it is.
    const faults = report.results.filter(({ state }) => state !== 'untested')
    expect(faults).toEqual([])
  })
})
