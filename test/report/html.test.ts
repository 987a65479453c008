import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readTemplates } from '../../src/app/templates.ts'
import type { AuditReport, UnitReport } from '../../src/report/audit-report.ts'
import { html } from '../../src/report/html.ts'
import { reportShape } from '../../src/report/report-shape.ts'
import { type CityWorkspace, cityWorkspace } from '../support/city-workspace.ts'
import { portalAudit } from '../support/command-line.ts'

let space: CityWorkspace
let report: AuditReport

beforeAll(async () => {
  space = await cityWorkspace()
  const ended = await portalAudit(
    'audit',
    '-c',
    space.config,
    '--unit',
    '市民政局',
    '--unit',
    '市环保局',
    '--json',
    '--quiet',
  )
  report = JSON.parse(ended.out) as AuditReport
})

afterAll(() => space.close())

const moved = { new: 1, unchanged: 2, fixed: 3, notRechecked: 4 }
const everyUnit = (change: Partial<UnitReport>): AuditReport => ({
  ...report,
  units: report.units.map((unit) => ({ ...unit, ...change })),
})
const withArithmetic = (change: Partial<UnitReport['arithmetic']>): AuditReport => ({
  ...report,
  units: report.units.map((unit) => ({ ...unit, arithmetic: { ...unit.arithmetic, ...change } })),
})
const unreliable = (): AuditReport => ({ ...report, run: { ...report.run, reliable: false } })

describe('the pages in every state of a report', () => {
  it.each<[string, () => AuditReport, string, string]>([
    ['as it is', () => report, 'index.html', '单位排名'],
    ['an unreliable run', unreliable, 'index.html', '不得通报'],
    ['an unreliable run, on a scorecard', unreliable, 'units/mzj.html', '不得通报'],
    ['a run before', () => ({ ...report, movement: moved }), 'index.html', '已整改 3'],
    ['a run before, on a scorecard', () => everyUnit({ movement: moved }), 'units/mzj.html', '未能复查 4'],
    [
      'findings that moved',
      () =>
        everyUnit({
          findings: report.units
            .flatMap((unit) => unit.findings)
            .map((one) => ({ ...one, movement: 'new' as const })),
        }),
      'units/mzj.html',
      '新增',
    ],
    [
      'a veto',
      () =>
        everyUnit({
          vetoes: [{ id: 'v', title: { zh: '空白栏目过多', en: 'too many' }, found: 6, failures: 5 }],
          grade: { id: 'vetoed', name: { zh: '单项否决', en: 'vetoed' } },
        }),
      'units/mzj.html',
      '触发单项否决：空白栏目过多（6 处，达到 5 处）',
    ],
    [
      'incomplete scorecards',
      () => everyUnit({ rank: null, grade: null, complete: false }),
      'index.html',
      '评分不完整的单位',
    ],
    [
      'nothing could be judged',
      () => everyUnit({ rank: null, grade: null, score: null, coverage: null }),
      'units/mzj.html',
      '不完整',
    ],
    ['no findings', () => everyUnit({ findings: [] }), 'units/mzj.html', '未发现问题'],
    ['no deductions', () => withArithmetic({ lines: [] }), 'units/mzj.html', '没有扣分'],
    [
      'a unit with few duties',
      () => withArithmetic({ owedWeight: 12, minimumWeight: 20, spare: 40 }),
      'units/mzj.html',
      '应查权重 12 不足 20，不足部分计 40 分，视为符合',
    ],
    ['nothing unsettled', () => everyUnit({ unsettled: [] }), 'units/mzj.html', '承担的责任'],
    [
      'a finding without an address',
      () =>
        everyUnit({
          findings: report.units
            .flatMap((unit) => unit.findings)
            .map((one) => ({ ...one, address: null, seen: [] })),
        }),
      'units/mzj.html',
      '整改建议',
    ],
  ])('%s', async (_what, changed, path, words) => {
    const document = changed()
    expect(reportShape.safeParse(document).error?.issues ?? []).toEqual([])
    const files = html(document, await readTemplates())
    expect(files.find((file) => file.path === path)?.content).toContain(words)
    for (const file of files) expect(file.content).not.toMatch(/undefined|\[object |NaN/)
  })

  it('show how scores went on where periods were sealed before', async () => {
    const sealed = (period: string, score: number) => ({
      period,
      report: { ...everyUnit({ score }), totals: { ...report.totals, averageScore: score } },
    })
    const earlier = [sealed('2026-09', 61.25), sealed('2026-10', 72.5)]
    const files = html(report, await readTemplates(), earlier)
    for (const path of ['index.html', 'units/mzj.html']) {
      const page = String(files.find((file) => file.path === path)?.content)
      expect(page).toContain('2026年9月 61.25；2026年10月 72.50；本次 ')
    }
    const without = html(report, await readTemplates())
    for (const file of without) expect(file.content).not.toContain('走势')
  })

  it('lets nothing of a page’s words become markup', async () => {
    const [unit] = report.units
    const [finding] = unit?.findings ?? []
    if (finding === undefined) throw new Error('The unit has no findings.')
    const evil = '<img src=x onerror=alert(1)>'
    const hurt = {
      ...finding,
      subject: evil,
      text: { zh: evil, en: evil },
      address: evil,
      seen: finding.seen.map((seen) => ({ ...seen, quote: evil, chain: [evil] })),
    }
    const files = html(
      { ...report, city: evil, units: [{ ...unit, name: evil, findings: [hurt] } as UnitReport] },
      await readTemplates(),
    )
    for (const file of files) expect(file.content).not.toContain('<img')
  })
})
