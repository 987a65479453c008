import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Behaviour } from '../../fixtures/sites/hostile/behaviour.ts'
import { BEHAVIOURS } from '../../fixtures/sites/hostile/index.ts'
import { type HostileSite, openHostileSite } from '../../fixtures/sites/hostile/open-site.ts'
import type { CrawlEntry, CrawlReport } from '../../src/report/crawl/crawl-report.ts'
import { type Measured, measured } from '../support/measured.ts'
import { type Workspace, workspace } from '../support/workspace.ts'

const MIB = 1024 * 1024
/** Three hundred are usual: room for as many bodies of full size as are in hand at once, not for one that has no end. */
const MOST_MEMORY = 512 * MIB
const LONGEST = 90_000

/** Asked once only, so that no Retry-After of half a minute is waited for, these do not come to be well. */
const ASKED_ONCE: Readonly<Record<string, string>> = {
  'busy-once': 'suspected 503',
  'too-many-once': 'blocked 429',
}

let space: Workspace
let site: HostileSite
let run: Measured
let entries: ReadonlyMap<string, CrawlEntry>

beforeAll(async () => {
  space = await workspace()
  site = await openHostileSite(BEHAVIOURS)
  await space.write('ca.pem', site.authority)
  await space.write(
    'audit.yaml',
    `fetch:
  ca: ${space.path('ca.pem')}
  concurrency: 16
  perHost: { connections: 2, gapMilliseconds: 0 }
  timeouts: { connectMilliseconds: 6000, headersMilliseconds: 4000, bodyMilliseconds: 4000, totalMilliseconds: 8000 }
  retries: { attempts: 1, delayMilliseconds: 1 }
  robots: ignore
  resolve:
${site.resolve.map((rule) => `    - '${rule}'`).join('\n')}
`,
  )
  run = await measured([
    ...['crawl', site.index, '--host', '*.hostile.example', '--format', 'json', '--all', '--quiet'],
    ...['-c', space.path('audit.yaml'), '--store', space.path('crawl.db')],
  ])
  const report: CrawlReport = JSON.parse(run.out)
  entries = new Map(report.results.map((one) => [one.address, one]))
}, 120_000)
afterAll(async () => {
  await site.close()
  await space.remove()
})

const expected = ({ name, verdict }: Behaviour): string =>
  ASKED_ONCE[name] ?? `${verdict.state} ${verdict.cause}`

describe('a crawl of a hostile world', () => {
  it.each(BEHAVIOURS.map((one) => [one.name, one] as const))(
    'says of %s what it must',
    (_name, behaviour) => {
      const entry = entries.get(site.address(behaviour))
      expect(`${entry?.state} ${entry?.cause}`).toBe(expected(behaviour))
    },
  )

  it('comes to its end in bounded time and memory', () => {
    expect(run.err).toBe('')
    expect(run.code).toBe(2)
    expect(run.milliseconds).toBeLessThan(LONGEST)
    expect(run.peak).toBeLessThan(MOST_MEMORY)
  })
})
