import { describe, expect, it } from 'vitest'
import { toAddress } from '../../src/core/address.ts'
import type { Finding, Verdict } from '../../src/core/verdict.ts'
import { measuredOf } from '../../src/judge/measured.ts'
import { waive } from '../../src/judge/waive.ts'
import type { Waiver } from '../../src/registry/waiver.ts'
import { day } from '../plan/examples.ts'

const address = toAddress('http://a.example/list?id=1')
const finding = (change: Partial<Finding> = {}): Finding => ({
  fingerprint: 'f1',
  fault: 'f1',
  message: 'stale',
  data: { newest: '2026-01-01', overdue: 3, limit: '2026-06-22' },
  address,
  evidence: [],
  ...change,
})
const failed = (...findings: readonly Finding[]): Verdict => ({
  rule: 'stale-news',
  check: 'stale-column',
  unit: 'u1',
  item: '1.1',
  subject: { kind: 'column', key: 'column:a', label: '动态', address },
  outcome: 'failed',
  reason: null,
  findings,
})
const waiver = (change: Partial<Waiver> = {}): Waiver => ({
  id: 'w',
  unit: 'u1',
  item: '1.1',
  rule: null,
  address: null,
  fingerprint: null,
  reason: '机构调整',
  approver: '办公厅',
  from: day('2026-01-01'),
  to: day('2026-12-31'),
  measured: ['0000000000000000', measuredOf(finding())],
  ...change,
})

const TODAY = day('2026-07-06')
const applied = (one: Waiver, verdict = failed(finding()), asOf = TODAY) => waive([verdict], [one], asOf)

describe('a waiver covers', () => {
  it.each<[string, Waiver]>([
    ['what its item names', waiver()],
    ['what its rule names', waiver({ item: null, rule: 'stale-news' })],
    [
      'what its address names, whatever token it carries',
      {
        ...waiver({ item: null }),
        address: toAddress('http://a.example/list?id=1&jsessionid=0123'),
      },
    ],
    ['what its fingerprint names', waiver({ item: null, fingerprint: 'f1' })],
    ['its first day', waiver({ from: TODAY })],
    ['its last day', waiver({ to: TODAY })],
    ['all days up to its last', waiver({ from: null })],
  ])('%s', (_what, one) => {
    const { verdicts, waived, lapsed } = applied(one)
    expect(verdicts[0]).toMatchObject({ outcome: 'inapplicable', findings: [] })
    expect(verdicts[0]?.reason).toEqual({
      message: 'judge.waived',
      data: { waiver: 'w', reason: '机构调整', approver: '办公厅', to: one.to },
    })
    expect(waived).toEqual([{ verdict: failed(finding()), finding: finding(), waiver: one }])
    expect(lapsed.size).toBe(0)
  })

  it('one finding of several: the others count', () => {
    const other = finding({ fingerprint: 'f2', data: { newest: '2025-01-01' } })
    const { verdicts, waived } = applied(waiver(), failed(finding(), other))
    expect(verdicts).toEqual([failed(other)])
    expect(waived.map((one) => one.finding.fingerprint)).toEqual(['f1'])
  })

  it('a finding even where an older waiver for it has ended', () => {
    const old = waiver({ id: 'old', to: day('2026-02-01') })
    const { waived, lapsed } = waive([failed(finding())], [old, waiver()], TODAY)
    expect(waived.map((one) => one.waiver.id)).toEqual(['w'])
    expect(lapsed.size).toBe(0)
  })
})

describe('a waiver does not cover', () => {
  it.each<[string, Waiver]>([
    ['another unit', waiver({ unit: 'u2' })],
    ['another item', waiver({ item: '2.1' })],
    ['another rule', waiver({ rule: 'dead-link' })],
    ['another address', waiver({ address: toAddress('http://a.example/') })],
    ['another finding', waiver({ fingerprint: 'f2' })],
    ['the days before its first', waiver({ from: day('2026-07-07') })],
  ])('%s, and says nothing', (_what, one) => {
    const { verdicts, waived, lapsed } = applied(one)
    expect([verdicts, waived, lapsed.size]).toEqual([[failed(finding())], [], 0])
  })

  it.each<[string, Waiver, Finding, string]>([
    ['the days after its last', waiver({ to: day('2026-07-05') }), finding(), 'ended'],
    ['another newest entry', waiver(), finding({ data: { newest: '2026-02-01' } }), 'changed'],
    ['another fault of the page', waiver(), finding({ message: 'undated' }), 'changed'],
  ])('%s, and says so', (_what, one, seen, why) => {
    const { verdicts, waived, lapsed } = applied(one, failed(seen))
    expect([verdicts, waived]).toEqual([[failed(seen)], []])
    expect([...lapsed]).toEqual([['f1', { waiver: one, why }]])
  })

  it('a verdict that did not fail', () => {
    const passed: Verdict = { ...failed(), outcome: 'passed' }
    expect(applied(waiver(), passed).verdicts).toEqual([passed])
  })
})

describe('what is measured', () => {
  it.each<[string, Partial<Finding>]>([
    ['the days that go by', { data: { newest: '2026-01-01', overdue: 400, limit: '2026-07-22' } }],
    ['its evidence', { evidence: [{ observation: 'visit x', quote: 'y' }] }],
    ['the order of its data', { data: { limit: '', overdue: 1, newest: '2026-01-01' } }],
  ])('does not depend on %s', (_what, change) => {
    expect(measuredOf(finding(change))).toBe(measuredOf(finding()))
  })

  it('is 16 hexadecimal digits', () => {
    expect(measuredOf(finding())).toMatch(/^[0-9a-f]{16}$/)
  })
})
