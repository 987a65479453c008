import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { AuditReport } from '../../src/report/audit-report.ts'
import { type CityWorkspace, cityWorkspace } from '../support/city-workspace.ts'
import { portalAudit } from '../support/command-line.ts'

const UNITS = ['--unit', '市民政局', '--unit', '市财政局', '--unit', '市教委']

let space: CityWorkspace

beforeAll(async () => {
  space = await cityWorkspace()
})

afterAll(() => space.close())

const findingsOf = (report: AuditReport): readonly string[] =>
  report.units
    .flatMap((unit) =>
      unit.findings.map((one) => `${one.fingerprint} ${one.check} ${one.subject} ${one.text.zh}`),
    )
    .sort()

/** What the city has sent since so many requests. */
function sentSince(from: number) {
  const answers = space.city.requests().slice(from)
  const bytes = answers.reduce((sum, one) => sum + one.bytes, 0)
  return { bytes, unchanged: answers.filter((one) => one.status === 304).length, answers: answers.length }
}

describe('the same observations give the same bytes', () => {
  it('judges a stored run again without any network, byte for byte', async () => {
    const audited = await portalAudit('audit', '-c', space.config, ...UNITS, '--json', '--quiet')
    const report = JSON.parse(audited.out) as AuditReport
    const requests = space.city.requests().length
    const judged = await portalAudit('judge', '--run', report.run.id, '-c', space.config, '--json', '--quiet')
    expect(judged.err).toBe('')
    expect(judged.out).toBe(audited.out)
    expect(space.city.requests().length).toBe(requests)
    expect(await readFile(space.path('reports/report.json'), 'utf8')).toBe(audited.out)
  })

  it('gives the same findings and fingerprints when the audit is run again, all of them unchanged', async () => {
    const first = JSON.parse(
      (await portalAudit('judge', '-c', space.config, '--json', '--quiet')).out,
    ) as AuditReport
    const whole = sentSince(0)
    const from = space.city.requests().length
    const again = await portalAudit('audit', '-c', space.config, ...UNITS, '--json', '--quiet')
    const second = JSON.parse(again.out) as AuditReport
    expect(findingsOf(second)).toEqual(findingsOf(first))
    expect(second.run.previous).toBe(first.run.id)
    expect(second.movement).toMatchObject({ new: 0, fixed: 0, notRechecked: 0 })
    expect(second.movement?.unchanged).toBeGreaterThan(0)

    // The city's pages are short: what is left are its control pages and whatever looks faulty, which is asked whole.
    const sent = sentSince(from)
    expect(sent.bytes).toBeLessThan(whole.bytes * 0.08)
    expect(sent.unchanged).toBeGreaterThan(sent.answers * 0.6)
    const judged = await portalAudit('judge', '--run', second.run.id, '-c', space.config, '--json', '--quiet')
    expect(judged.out).toBe(again.out)
  })

  it('asks for every page whole with --fresh, and finds the same', async () => {
    const before = JSON.parse(
      (await portalAudit('judge', '-c', space.config, '--json', '--quiet')).out,
    ) as AuditReport
    const from = space.city.requests().length
    const fresh = await portalAudit('audit', '-c', space.config, ...UNITS, '--fresh', '--json', '--quiet')
    expect(sentSince(from).unchanged).toBe(0)
    expect(findingsOf(JSON.parse(fresh.out) as AuditReport)).toEqual(findingsOf(before))
  })
})
