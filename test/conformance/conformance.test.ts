import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { CrawlReport } from '../../src/report/crawl/crawl-report.ts'
import { portalAudit } from '../support/command-line.ts'
import type { LoopbackServer } from '../support/server.ts'
import { type Workspace, workspace } from '../support/workspace.ts'
import { CASES } from './cases.ts'
import { askedBy, isOfTheWay, linkServer } from './link-server.ts'

let space: Workspace
let server: LoopbackServer
let asked: ReadonlySet<string>
let report: CrawlReport

beforeAll(async () => {
  space = await workspace()
  server = await linkServer()
  const store = ['--store', space.path('crawl.db')]
  const { out } = await portalAudit('crawl', `${server.origin}/`, ...store, '--format', 'json', '--quiet')
  report = JSON.parse(out) as CrawlReport
  asked = new Set(server.requests.map((one) => one.path))
})

afterAll(async () => {
  await server.close()
  await space.remove()
})

const stateOf = (address: string): string | undefined =>
  report.results.find((one) => one.address.replace(server.origin, '') === address)?.state

const NUMBERED = CASES.map((one, number) => ({ ...one, number }))

describe('links as a browser sees them', () => {
  it('is a table of at least 220 cases', () => {
    expect(CASES.length).toBeGreaterThanOrEqual(220)
    expect(new Set(CASES.map((one) => one.html)).size).toBe(CASES.length)
  })

  it.each(NUMBERED)('$name: $html', ({ number, reports = {}, ...one }) => {
    expect(askedBy(one, number).filter((path) => !asked.has(path))).toEqual([])
    for (const [address, state] of Object.entries(reports)) expect(stateOf(address)).toBe(state)
  })

  it('asks for nothing else', () => {
    const wanted = new Set(CASES.flatMap(askedBy))
    expect([...asked].filter((path) => !wanted.has(path) && !isOfTheWay(path))).toEqual([])
  })

  it('reports nothing else', () => {
    const wanted = new Set(CASES.flatMap((one) => Object.keys(one.reports ?? {})))
    const told = report.results.map((one) => one.address.replace(server.origin, ''))
    expect(told.filter((address) => !wanted.has(address) && !isOfTheWay(address))).toEqual([])
  })

  it('sends no HEAD', () => {
    expect(server.requests.filter((one) => one.method !== 'GET')).toEqual([])
  })
})
