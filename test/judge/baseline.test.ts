import { describe, expect, it } from 'vitest'
import type { Outcome } from '../../src/core/outcome.ts'
import type { Verdict } from '../../src/core/verdict.ts'
import { movementOf, movementsByUnit } from '../../src/judge/baseline.ts'

const verdict = (
  outcome: Outcome,
  prints: readonly string[] = [],
  subject = 'column:a',
  unit = 'u1',
): Verdict => ({
  rule: 'stale-news',
  check: 'stale-column',
  unit,
  item: '1.1',
  subject: { kind: 'column', key: subject, label: '动态', address: null },
  outcome,
  reason: outcome === 'passed' || outcome === 'failed' ? null : { message: 'unread', data: {} },
  findings: prints.map((fingerprint) => ({
    fingerprint,
    fault: fingerprint,
    message: 'stale',
    data: {},
    address: null,
    evidence: [],
  })),
})

const nothing = { new: [], unchanged: [], fixed: [], notRechecked: [] }

describe('movementOf', () => {
  it.each([
    { what: 'nothing before, nothing now', now: [], before: [], want: nothing },
    {
      what: 'a new finding',
      now: [verdict('failed', ['f1'])],
      before: [verdict('passed')],
      want: { ...nothing, new: ['f1'] },
    },
    {
      what: 'the same finding again',
      now: [verdict('failed', ['f1'])],
      before: [verdict('failed', ['f1'])],
      want: { ...nothing, unchanged: ['f1'] },
    },
    {
      what: 'a finding that was put right',
      now: [verdict('passed')],
      before: [verdict('failed', ['f1'])],
      want: { ...nothing, fixed: ['f1'] },
    },
    {
      what: 'one of two defects put right',
      now: [verdict('failed', ['f2'])],
      before: [verdict('failed', ['f1', 'f2'])],
      want: { ...nothing, unchanged: ['f2'], fixed: ['f1'] },
    },
    {
      what: 'a subject that we could not judge this time: no praise',
      now: [verdict('cantTell')],
      before: [verdict('failed', ['f1'])],
      want: { ...nothing, notRechecked: ['f1'] },
    },
    {
      what: 'a subject that a notice excuses this time',
      now: [verdict('inapplicable')],
      before: [verdict('failed', ['f1'])],
      want: { ...nothing, notRechecked: ['f1'] },
    },
    {
      what: 'a subject that is gone',
      now: [],
      before: [verdict('failed', ['f1'])],
      want: { ...nothing, notRechecked: ['f1'] },
    },
    {
      what: 'another subject passing does not fix it',
      now: [verdict('passed', [], 'column:b')],
      before: [verdict('failed', ['f1'])],
      want: { ...nothing, notRechecked: ['f1'] },
    },
  ])('$what', ({ now, before, want }) => {
    expect(movementOf(now, before)).toEqual(want)
  })
})

describe('a finding that is waived now', () => {
  it('is not praised as fixed, also where its verdict still fails for another', () => {
    const now = [verdict('failed', ['f2'])]
    const before = [verdict('failed', ['f1', 'f2'])]
    const want = { ...nothing, unchanged: ['f2'], notRechecked: ['f1'] }
    expect(movementOf(now, before, new Set(['f1']))).toEqual(want)
  })
})

describe('movementsByUnit', () => {
  it('keeps units apart, also those of one run only', () => {
    const now = [verdict('failed', ['f1'], 'column:a', 'u1')]
    const before = [verdict('failed', ['f2'], 'column:a', 'u2')]
    expect(Object.fromEntries(movementsByUnit(now, before))).toEqual({
      u1: { ...nothing, new: ['f1'] },
      u2: { ...nothing, notRechecked: ['f2'] },
    })
  })
})
