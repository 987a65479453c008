import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Outcome, Severity } from '../../src/core/outcome.ts'
import type { Verdict } from '../../src/core/verdict.ts'
import { NO_CALENDAR } from '../../src/core/work-calendar.ts'
import type { Pack } from '../../src/policy/pack.ts'
import type { Rule } from '../../src/policy/rule.ts'
import { averageScore, countFaults, medianScore } from '../../src/score/city.ts'
import { scorecards } from '../../src/score/scorecards.ts'

const rule = (
  id: string,
  weight: number,
  cap: number | null = null,
  severity: Severity = 'serious',
): Rule => ({
  id,
  check: id,
  title: { zh: id, en: id },
  items: ['1.1'],
  options: {},
  severity,
  weight,
  cap,
  basis: '',
})

const packOf = (...rules: readonly Rule[]): Pack => ({
  id: 'p',
  version: '1',
  title: '',
  source: '',
  hash: '',
  sections: [],
  items: new Map(),
  rules: new Map(rules.map((one) => [one.id, one])),
  general: [],
  scoring: {
    grades: [
      { id: 'good', name: { zh: '好', en: 'good' }, from: 60 },
      { id: 'bad', name: { zh: '差', en: 'bad' }, from: 0 },
    ],
    minimumCoverage: 0.5,
  },
  thresholds: { due: 0, overdue: 0.5, longOverdue: 1 },
  calendar: NO_CALENDAR,
})

let serial = 0
const verdict = (ruleId: string, outcome: Outcome, unit = 'u', fault = `f${serial++}`): Verdict => ({
  rule: ruleId,
  check: ruleId,
  unit,
  item: '1.1',
  subject: { kind: 'column', key: `c${serial++}`, label: '', address: null },
  outcome,
  reason: outcome === 'passed' || outcome === 'failed' ? null : { message: 'm', data: {} },
  findings:
    outcome === 'failed'
      ? [{ fingerprint: fault, fault, message: 'm', data: {}, address: null, evidence: [] }]
      : [],
})
const many = (count: number, ruleId: string, outcome: Outcome, unit = 'u') =>
  Array.from({ length: count }, () => verdict(ruleId, outcome, unit))

const score = (pack: Pack, verdicts: readonly Verdict[], ...units: readonly string[]) =>
  scorecards({ verdicts, pack, units: units.length === 0 ? ['u'] : units })

describe('a scorecard', () => {
  const pack = packOf(rule('a', 1), rule('b', 3), rule('capped', 1, 10), rule('veto', 1, null, 'veto'))
  it.each<[string, readonly Verdict[], number | null, number | null, string | null]>([
    ['all passed', many(4, 'a', 'passed'), 100, 1, 'good'],
    ['half failed', [...many(2, 'a', 'passed'), ...many(2, 'a', 'failed')], 50, 1, 'bad'],
    ['weights count', [...many(1, 'a', 'passed'), ...many(1, 'b', 'failed')], 25, 1, 'bad'],
    ['a cap holds', [...many(1, 'a', 'passed'), ...many(9, 'capped', 'failed')], 90, 1, 'good'],
    ['thirds are rounded once', [...many(2, 'a', 'passed'), verdict('a', 'failed')], 66.67, 1, 'good'],
    [
      'cannot tell lowers coverage only',
      [...many(3, 'a', 'passed'), verdict('a', 'cantTell')],
      100,
      0.75,
      'good',
    ],
    [
      'untested lowers coverage only',
      [...many(1, 'a', 'passed'), verdict('a', 'untested')],
      100,
      0.5,
      'good',
    ],
    [
      'inapplicable counts nowhere',
      [...many(1, 'a', 'passed'), ...many(9, 'a', 'inapplicable')],
      100,
      1,
      'good',
    ],
    [
      'too little judged: no grade',
      [...many(1, 'a', 'passed'), ...many(2, 'a', 'cantTell')],
      100,
      0.3333,
      null,
    ],
    ['a veto', [...many(99, 'a', 'passed'), verdict('veto', 'failed')], 99, 1, 'vetoed'],
    ['nothing could be judged', many(2, 'a', 'cantTell'), null, 0, null],
    ['nothing was due', [], null, null, null],
  ])('%s', (_what, verdicts, want, coverage, grade) => {
    const [card] = score(pack, verdicts)
    expect([card?.score, card?.coverage, card?.grade]).toEqual([want, coverage, grade])
  })

  it('adds up: 100 less the points of each rule', () => {
    const [card] = score(pack, [
      ...many(5, 'a', 'passed'),
      ...many(1, 'a', 'failed'),
      ...many(2, 'capped', 'failed'),
    ])
    const points = card?.deductions.reduce((sum, one) => sum + one.points, 0) ?? 0
    expect(card?.score).toBeCloseTo(100 - points, 10)
  })
})

describe('ranks', () => {
  const pack = packOf(rule('a', 1), rule('veto', 1, null, 'veto'))
  it('are shared by equal scores, vetoed units come last, incomplete ones have none', () => {
    const verdicts = [
      verdict('a', 'passed', 'best'),
      verdict('a', 'passed', 'same'),
      ...many(1, 'a', 'passed', 'half'),
      ...many(1, 'a', 'failed', 'half'),
      ...many(9, 'a', 'passed', 'vetoed'),
      verdict('veto', 'failed', 'vetoed'),
      verdict('a', 'passed', 'unseen'),
      ...many(5, 'a', 'cantTell', 'unseen'),
    ]
    const cards = score(pack, verdicts, 'best', 'same', 'half', 'vetoed', 'unseen')
    expect(Object.fromEntries(cards.map((card) => [card.unit, card.rank]))).toEqual({
      best: 1,
      same: 1,
      half: 3,
      vetoed: 4,
      unseen: null,
    })
    expect(averageScore(cards)).toBe(85)
    expect(medianScore(cards)).toBe(95)
  })
})

it('a fault that several units share is one fault', () => {
  expect(
    countFaults([
      verdict('a', 'failed', 'u', 'x'),
      verdict('a', 'failed', 'v', 'x'),
      verdict('a', 'failed', 'v', 'y'),
    ]),
  ).toBe(2)
})

describe('for any verdicts', () => {
  const pack = packOf(rule('a', 1, 30), rule('b', 2.5), rule('c', 0.1, 5))
  const outcome = fc.constantFrom<Outcome>('passed', 'failed', 'cantTell', 'untested', 'inapplicable')
  const verdicts = fc
    .array(fc.tuple(fc.constantFrom('a', 'b', 'c'), outcome), { minLength: 1, maxLength: 40 })
    .map((list) => list.map(([id, one]) => verdict(id, one)))

  it('the score stays within 0 and 100, and caps hold', () => {
    fc.assert(
      fc.property(verdicts, (list) => {
        const [card] = score(pack, list)
        if (card === undefined || card.score === null) return
        expect(card.score).toBeGreaterThanOrEqual(0)
        expect(card.score).toBeLessThanOrEqual(100)
        for (const one of card.deductions)
          expect(one.points).toBeLessThanOrEqual(pack.rules.get(one.rule)?.cap ?? 100)
      }),
    )
  })

  it('what we cannot tell never changes the score, and a pass never lowers it', () => {
    fc.assert(
      fc.property(verdicts, (list) => {
        const [card] = score(pack, list)
        const [unsure] = score(pack, [...list, verdict('b', 'cantTell')])
        const [better] = score(pack, [...list, verdict('b', 'passed')])
        expect(unsure?.score).toBe(card?.score)
        if (card !== undefined && card.score !== null)
          expect(better?.score).toBeGreaterThanOrEqual(card.score)
      }),
    )
  })

  it('the order of the verdicts does not matter', () => {
    fc.assert(
      fc.property(verdicts, (list) => {
        expect(score(pack, [...list].reverse())[0]?.score).toBe(score(pack, list)[0]?.score)
      }),
    )
  })
})
