import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectedFindings, readExpected } from '../../fixtures/city/expected.ts'
import { truthTable } from '../../src/app/truth-table.ts'
import { checks } from '../../src/checks/index.ts'
import { truthText } from '../../src/cli/truth-text.ts'
import type { AuditReport } from '../../src/report/audit-report.ts'
import { type CityWorkspace, cityWorkspace } from '../support/city-workspace.ts'
import { portalAudit } from '../support/command-line.ts'

let space: CityWorkspace
let report: AuditReport

beforeAll(async () => {
  space = await cityWorkspace()
  const ended = await portalAudit('audit', '-c', space.config, '--json', '--fail-on', 'veto')
  report = JSON.parse(ended.out) as AuditReport
}, 240_000)

afterAll(() => space?.close())

const key = (one: { readonly check: string; readonly unit: string; readonly item: string }): string =>
  `${one.check} ${one.item} ${one.unit}`

describe('the demo city against its truth', () => {
  it('finds every seeded fault and accuses no innocent page', () => {
    const wanted = new Set(expectedFindings().map(key))
    const found = new Set(report.units.flatMap((unit) => unit.findings.map(key)))
    const findings = report.units.flatMap((unit) => unit.findings)
    const rows = truthTable([...checks.keys()], readExpected(), findings)
    console.log(truthText(rows, 'en'))
    expect([...wanted].filter((one) => !found.has(one)).sort()).toEqual([])
    expect([...found].filter((one) => !wanted.has(one)).sort()).toEqual([])
    expect(rows.filter((row) => row.seeded < 3 || row.innocents < 3)).toEqual([])
    expect(rows.filter((row) => row.found < row.seeded || row.falselyAccused > 0)).toEqual([])
  })

  it.each(readExpected().traps.map((trap) => [trap.id, trap] as const))(
    'is not taken in by %s',
    (_id, trap) => {
      const accused = report.units
        .flatMap((unit) => unit.findings)
        .filter(
          (one) => one.unit === trap.unit && one.item === trap.item && trap.mayNotAccuse.includes(one.check),
        )
      expect(accused.map((one) => `${one.check}: ${one.text.en}`)).toEqual([])
    },
  )

  it.each([
    ['README.md', 'duties', 'verdicts', 'seeded faults', 'innocent look-alikes'],
    ['README.zh-CN.md', '项责任', '次判定', '处问题', '个无辜'],
  ])('is described in %s with its real figures', (file, duties, verdicts, faults, traps) => {
    const text = readFileSync(join(import.meta.dirname, '../..', file), 'utf8')
    const truth = readExpected()
    for (const words of [
      `${report.totals.duties} ${duties}`,
      `${report.totals.verdicts} ${verdicts}`,
      `${truth.faults.length} ${faults}`,
      `${truth.traps.length} ${traps}`,
    ])
      expect(text).toContain(words)
  })

  it('plans every duty of every unit and can judge most of them', () => {
    expect(report.totals.units).toBe(46)
    expect(report.totals.duties).toBeGreaterThan(850)
    expect(report.totals.coverage).toBeGreaterThan(0.9)
  })

  it('never asks the standard footer links, and never sends a HEAD', () => {
    const hosts = new Set(space.city.requests().map((request) => request.host))
    expect([...hosts].filter((host) => host.includes('beian'))).toEqual([])
    const judgedByHead = space.city.requests().filter((request) => request.method === 'HEAD')
    expect(judgedByHead.length).toBeLessThan(50)
  })
})
