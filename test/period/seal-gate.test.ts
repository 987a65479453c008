import { describe, expect, it } from 'vitest'
import { odditiesOf } from '../../src/period/sanity.ts'
import { type SealCandidate, sealGate } from '../../src/period/seal-gate.ts'
import type { AuditReport, FindingReport } from '../../src/report/audit-report.ts'
import { periodOf } from './examples.ts'

const LIMITS = {
  minimumCoverage: 0.8,
  confirmCritical: true,
  duties: { warn: 0.02, refuse: 0.2 },
  shares: { warn: 0.02, refuse: 0.2 },
}

const outcomes = (failed: number, cantTell: number, passed: number) => ({
  failed,
  cantTell,
  passed,
  inapplicable: 7,
  untested: 0,
})

describe('beside the period before', () => {
  const before = { duties: 1000, outcomes: outcomes(100, 50, 850) }
  it.each([
    ['the same', 1000, outcomes(100, 50, 850), []],
    ['1.9 % fewer duties', 981, outcomes(100, 50, 850), []],
    ['2 % fewer duties', 980, outcomes(100, 50, 850), ['warn']],
    ['19.9 % fewer duties', 801, outcomes(100, 50, 850), ['warn']],
    ['20 % fewer duties', 800, outcomes(100, 50, 850), ['refuse']],
    ['twice the duties', 2000, outcomes(100, 50, 850), []],
    ['1 point more failures', 1000, outcomes(110, 50, 840), []],
    ['2 points more failures', 1000, outcomes(120, 50, 830), ['warn']],
    ['2 points fewer failures', 1000, outcomes(80, 50, 870), ['warn']],
    ['20 points more failures', 1000, outcomes(300, 50, 650), ['refuse']],
    ['nothing can be told any more', 1000, outcomes(100, 900, 0), ['refuse']],
    ['both shares move', 1000, outcomes(130, 80, 790), ['warn', 'warn']],
  ])('%s', (_, duties, now, levels) => {
    expect(odditiesOf({ duties, outcomes: now }, before, LIMITS).map((one) => one.level)).toEqual(levels)
  })

  it('a period with no duties at all is no base for shares', () => {
    const nothing = { duties: 0, outcomes: outcomes(0, 0, 0) }
    expect(odditiesOf(nothing, nothing, LIMITS)).toEqual([])
  })
})

const critical = (change: Partial<FindingReport> = {}): FindingReport =>
  ({
    fingerprint: '0123456789abcdef',
    unitName: '市民政局',
    severity: 'critical',
    review: null,
    ...change,
  }) as FindingReport

const report = (
  findings: readonly FindingReport[] = [],
  totals: Partial<AuditReport['totals']> = {},
  asOf = '2026-11-16',
): AuditReport =>
  ({
    run: { asOf },
    totals: { coverage: 0.95, duties: 1000, outcomes: outcomes(100, 50, 850), ...totals },
    units: [
      { name: '市民政局', complete: true, findings },
      { name: '市旅游局', complete: false, findings: [] },
    ],
  }) as unknown as AuditReport

const candidate = (change: Partial<SealCandidate> = {}): SealCandidate => ({
  period: periodOf('2026-11'),
  state: 'complete',
  isPartial: false,
  report: report(),
  before: null,
  accepted: null,
  ...change,
})

const reviewed = (counts: boolean): FindingReport['review'] => ({
  decision: 'confirmed',
  reviewer: '李四',
  reason: '',
  at: '2026-11-17 09:00',
  counts,
})

describe('a run', () => {
  const fewer = report([], { duties: 700 })
  it.each<[string, SealCandidate, readonly RegExp[]]>([
    ['that is well is sealed', candidate(), []],
    ['that is not finished', candidate({ state: 'running' }), [/not finished/]],
    ['that is unreliable', candidate({ state: 'unreliable' }), [/unreliable/]],
    ['of some units only', candidate({ isPartial: true }), [/some units/]],
    ['with too little coverage', candidate({ report: report([], { coverage: 0.79 }) }), [/79\.0%.*80\.0%/]],
    ['with no coverage', candidate({ report: report([], { coverage: null }) }), [/0\.0%/]],
    [
      'with a critical finding unreviewed',
      candidate({ report: report([critical()]) }),
      [/0123456789abcdef 市民政局/],
    ],
    [
      'with a veto unreviewed',
      candidate({ report: report([critical({ severity: 'veto' })]) }),
      [/1 critical/],
    ],
    [
      'with a critical finding confirmed',
      candidate({ report: report([critical({ review: reviewed(true) })]) }),
      [],
    ],
    [
      'whose confirmation lapsed',
      candidate({ report: report([critical({ review: reviewed(false) })]) }),
      [/not reviewed/],
    ],
    [
      'with a serious finding unreviewed',
      candidate({ report: report([critical({ severity: 'serious' })]) }),
      [],
    ],
    ['judged before the period', candidate({ report: report([], {}, '2026-10-31') }), [/2026-10-31/]],
    ['judged a month after it', candidate({ report: report([], {}, '2026-12-30') }), []],
    ['judged long after it', candidate({ report: report([], {}, '2026-12-31') }), [/2026-12-31/]],
    ['with far fewer duties', candidate({ report: fewer, before: report() }), [/duties fell/]],
    [
      'with far fewer duties, accepted',
      candidate({ report: fewer, before: report(), accepted: '机构改革' }),
      [],
    ],
    [
      'with everything wrong: all is said at once',
      candidate({ state: 'unreliable', isPartial: true, report: report([critical()], { coverage: 0.1 }) }),
      [/unreliable/, /some units/, /10\.0%/, /not reviewed/],
    ],
  ])('%s', (_, given, refusals) => {
    const found = sealGate(given, LIMITS).refusals.map((one) => one.en)
    expect(found).toHaveLength(refusals.length)
    for (const [at, pattern] of refusals.entries()) expect(found[at]).toMatch(pattern)
  })

  it('needs no review where audit.yaml says so', () => {
    const given = candidate({ report: report([critical()]) })
    expect(sealGate(given, { ...LIMITS, confirmCritical: false }).refusals).toEqual([])
  })

  it('is sealed with a word about units that are not complete, and about what was accepted', () => {
    const given = candidate({ report: fewer, before: report(), accepted: '机构改革' })
    const words = sealGate(given, LIMITS).warnings.map((one) => one.zh)
    expect(words.some((one) => one.includes('市旅游局'))).toBe(true)
    expect(words.some((one) => one.includes('机构改革'))).toBe(true)
  })
})
