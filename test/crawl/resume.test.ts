import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { CrawlReport } from '../../src/report/crawl/crawl-report.ts'
import { portalAudit } from '../support/command-line.ts'
import { killedWhen } from '../support/killed.ts'
import { type LinkedSite, linkedSite } from '../support/linked-site.ts'
import { type Workspace, workspace } from '../support/workspace.ts'

const KILLS = 12
const CONNECTIONS = 8

let site: LinkedSite
let space: Workspace

beforeAll(async () => {
  site = await linkedSite(600, 2)
  space = await workspace()
})

afterAll(async () => {
  await site.close()
  await space.remove()
})

const command = (store: string, ...args: readonly string[]): readonly string[] => [
  'crawl',
  `${site.origin}/`,
  ...['--store', space.path(store), '--connections', String(CONNECTIONS), '--gap', '0', '--quiet'],
  ...['--format', 'json', ...args],
]

async function finished(store: string, ...args: readonly string[]): Promise<CrawlReport> {
  const { out, code } = await portalAudit(...command(store, ...args))
  expect(code).toBe(2)
  return JSON.parse(out) as CrawlReport
}

/** What must be the same however often a crawl was interrupted: everything but times. */
const findings = ({ counts, results }: CrawlReport) => ({
  counts,
  results: results.map(({ seen, ...rest }) => ({ ...rest, seen: seen.map((one) => one.brought) })),
})

/** Beside robots.txt, which is asked once a process, and control pages, whose names are each crawl's own. */
const asked = (from: number) =>
  site.requests.slice(from).filter(({ path }) => !/robots\.txt|portal-audit-/.test(path))

describe('crawl --resume', () => {
  it(`survives kill -9 at ${KILLS} moments and ends like an undisturbed crawl`, async () => {
    const wanted = await finished('undisturbed.db')
    const whole = asked(0).length
    const begun = site.requests.length
    const inFlight = new Set<string>()
    let kills = 0
    for (let at = 0; at < KILLS; at += 1) {
      const before = site.requests.length
      const moment = 1 + Math.floor((whole / (KILLS + 2)) * (0.4 + ((at * 7) % 10) / 10))
      const end = await killedWhen(
        () => site.requests.length - before >= moment,
        command('killed.db', ...(at === 0 ? [] : ['--resume'])),
      )
      if (end === 'finished') break
      kills += 1
      for (const { path } of site.requests.slice(-CONNECTIONS)) inFlight.add(path)
    }
    const resumed = await finished('killed.db', '--resume')
    expect(findings(resumed)).toEqual(findings(wanted))
    expect(kills).toBe(KILLS)

    const counts = new Map<string, number>()
    for (const { path } of asked(begun)) counts.set(path, (counts.get(path) ?? 0) + 1)
    const undisturbed = new Map<string, number>()
    for (const { path } of asked(0).slice(0, whole)) undisturbed.set(path, (undisturbed.get(path) ?? 0) + 1)
    const twice = [...counts].filter(([path, count]) => count > (undisturbed.get(path) ?? 0))
    expect(twice.filter(([path]) => !inFlight.has(path))).toEqual([])
  }, 120_000)

  it('says so when there is nothing to resume', async () => {
    const ended = await portalAudit(...command('nothing.db', '--resume'))
    expect(ended.code).toBe(64)
    expect(ended.err).toContain('no unfinished crawl')
  })
})
