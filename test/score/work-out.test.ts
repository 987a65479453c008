import { describe, expect, it } from 'vitest'
import type { Verdict } from '../../src/core/verdict.ts'
import type { Scoring } from '../../src/policy/scoring.ts'
import { workOut } from '../../src/score/work-out.ts'
import { many, packOf, rule, verdict } from './examples.ts'

const RULES = [rule('a', 1), rule('grave', 1, null, 'critical'), rule('capped', 1, 20)]
const weights = (one: number, two: number, three: number, cap: number | null = null): Partial<Scoring> => ({
  sections: {
    1: { weight: one, cap: null },
    2: { weight: two, cap },
    3: { weight: three, cap: null },
  },
})
const SEVERITIES = { minor: 1, serious: 1, critical: 3, veto: 3 }
const at = (section: string, count: number, ruleId: string, outcome: Verdict['outcome']) =>
  many(count, ruleId, outcome, { item: `${section}.1` })

describe('the arithmetic of a score', () => {
  it.each<[string, Partial<Scoring>, readonly Verdict[], number | null]>([
    [
      'sections share 100 points by their weights',
      weights(60, 30, 10),
      [...at('1', 4, 'a', 'passed'), ...at('2', 1, 'a', 'failed'), ...at('3', 9, 'a', 'passed')],
      70,
    ],
    [
      'a section that the unit does not owe is left out: 75 × 4/3',
      weights(60, 25, 15),
      [...at('1', 1, 'a', 'passed'), ...at('3', 1, 'a', 'failed')],
      80,
    ],
    [
      'an unjudged section leaves its points to the others',
      weights(1, 1, 1),
      [...at('1', 1, 'a', 'passed'), ...at('1', 1, 'a', 'failed'), ...at('2', 5, 'a', 'cantTell')],
      50,
    ],
    [
      'severities weigh',
      { severities: SEVERITIES },
      [...at('1', 1, 'a', 'passed'), ...at('1', 1, 'grave', 'failed')],
      25,
    ],
    [
      'a section’s cap holds',
      weights(50, 50, 1, 10),
      [...at('1', 1, 'a', 'passed'), ...at('2', 3, 'a', 'failed')],
      90,
    ],
    [
      'a section’s cap is scaled with its weight',
      weights(30, 20, 50, 10),
      [...at('1', 1, 'a', 'passed'), ...at('2', 3, 'a', 'failed')],
      80,
    ],
    [
      'a rule’s cap falls to the sections by what the rule is worth there',
      weights(1, 1, 1),
      [...at('1', 2, 'capped', 'failed'), ...at('1', 2, 'a', 'passed'), ...at('2', 4, 'capped', 'passed')],
      // 25 of the rule's 75 … of 20 points a third falls to section 1
      100 - (20 * 25) / 75,
    ],
    [
      'few duties: a failure is not half the score',
      { minimumWeight: 20 },
      [verdict('a', 'passed'), verdict('a', 'failed')],
      95,
    ],
    [
      'few duties of the right number lose in full',
      { minimumWeight: 2 },
      [verdict('a', 'passed'), verdict('a', 'failed')],
      50,
    ],
    [
      'few duties, all failed: what is spare stays, and a cap is not scaled',
      { minimumWeight: 5 },
      [verdict('a', 'failed'), ...at('1', 2, 'capped', 'failed')],
      100 - 20 - 80 / 3,
    ],
    ['nothing judged, no score', {}, at('1', 3, 'a', 'cantTell'), null],
  ])('%s', (_what, scoring, verdicts, want) => {
    const { score } = workOut(verdicts, packOf(RULES, scoring))
    if (want === null) expect(score).toBeNull()
    else expect(score).toBeCloseTo(want, 1)
  })

  it('says what it did', () => {
    const pack = packOf(RULES, weights(60, 25, 15))
    const steps = workOut([...at('1', 3, 'a', 'passed'), ...at('3', 1, 'a', 'failed')], pack)
    expect(steps).toMatchObject({
      sections: [
        { section: '1', weight: 60, value: 80, owed: 3, passed: 3, failed: 0, points: 0 },
        { section: '3', weight: 15, value: 20, owed: 1, passed: 0, failed: 1, points: 20 },
      ],
      lines: [
        { section: '3', rule: 'a', failures: 1, each: 1, value: 20, uncapped: 20, cap: null, points: 20 },
      ],
      passed: 80,
      failed: 20,
      unjudged: 0,
      spare: 0,
      rate: 1,
      lost: 20,
      score: 80,
    })
  })
})
