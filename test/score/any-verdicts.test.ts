import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Outcome, Severity } from '../../src/core/outcome.ts'
import type { Verdict } from '../../src/core/verdict.ts'
import type { Pack } from '../../src/policy/pack.ts'
import { workOut } from '../../src/score/work-out.ts'
import { type PlainRules, scoresByHand } from '../support/scores-by-hand.ts'
import { packOf, rule, SECTIONS, verdict } from './examples.ts'

const RULES = ['a', 'b', 'c', 'd']
const cents = (points: number): number => Math.round(points * 100)

const cap = fc.option(fc.integer({ min: 1, max: 60 }), { nil: null })
const severity = fc.constantFrom<Severity>('minor', 'serious', 'critical')
const weight = fc.constantFrom(0.1, 0.5, 1, 2, 2.5, 3)
const packs: fc.Arbitrary<Pack> = fc
  .record({
    rules: fc.tuple(...RULES.map((id) => fc.tuple(weight, cap, severity).map((one) => rule(id, ...one)))),
    sections: fc.tuple(
      ...SECTIONS.map((id) =>
        fc
          .record({
            weight: fc.integer({ min: 1, max: 50 }),
            share: fc.option(fc.double({ min: 0.1, max: 1, noNaN: true }), { nil: null }),
          })
          .map(
            (one) =>
              [id, { weight: one.weight, cap: one.share === null ? null : one.weight * one.share }] as const,
          ),
      ),
    ),
    minimumWeight: fc.constantFrom(0, 10, 60),
  })
  .map(({ rules, sections, minimumWeight }) =>
    packOf(rules, {
      sections: Object.fromEntries(sections),
      severities: { minor: 1, serious: 2, critical: 3, veto: 3 },
      minimumWeight,
    }),
  )

const outcome = fc.constantFrom<Outcome>('passed', 'failed', 'failed', 'cantTell', 'untested', 'inapplicable')
const verdicts: fc.Arbitrary<readonly Verdict[]> = fc
  .array(fc.tuple(fc.constantFrom(...RULES), fc.constantFrom(...SECTIONS), outcome), {
    minLength: 1,
    maxLength: 40,
  })
  .map((list) => list.map(([id, section, one]) => verdict(id, one, { item: `${section}.1` })))

const turned = (list: readonly Verdict[], at: number, to: Outcome): readonly Verdict[] =>
  list.map((one, index) => (index === at ? { ...one, outcome: to } : one))

/** Every verdict of the list with this outcome, turned into another one: the score before and after. */
function turns(pack: Pack, list: readonly Verdict[], from: Outcome, to: Outcome) {
  const before = workOut(list, pack).score
  return list.flatMap((one, at) => {
    const after = workOut(turned(list, at, to), pack).score
    return one.outcome === from && before !== null && after !== null ? [{ before, after }] : []
  })
}

const plain = ({ unit, item, rule: id, subject, outcome: ended }: Verdict) => ({
  unit,
  item,
  rule: id,
  subject: subject.key,
  outcome: ended,
})

const plainly = ({ rules, items, scoring }: Pack): PlainRules => ({
  ...scoring,
  sectionOf: new Map([...items].map(([id, item]) => [id, item.section])),
  rules: new Map(
    [...rules].map(([id, one]) => {
      const each = one.weight * scoring.severities[one.severity]
      return [id, { each, cap: one.cap ?? Number.POSITIVE_INFINITY, isVeto: one.severity === 'veto' }]
    }),
  ),
  sections: Object.fromEntries(
    Object.entries(scoring.sections).map(([id, { weight: share, cap: most }]) => [
      id,
      { weight: share, cap: most ?? Number.POSITIVE_INFINITY },
    ]),
  ),
  minimumCoverage: 0,
  passMark: 60,
})

const holds = (property: (pack: Pack, list: readonly Verdict[]) => void, numRuns = 150): void =>
  fc.assert(fc.property(packs, verdicts, property), { numRuns })

describe('for any verdicts under any pack', () => {
  it('the score stays within 0 and 100', () => {
    holds((pack, list) => {
      const { score } = workOut(list, pack)
      if (score === null) return
      expect(score).toBeGreaterThanOrEqual(0)
      expect(score).toBeLessThanOrEqual(100)
    })
  })

  it('it is 100 less its lines, to the cent, and so are the sections', () => {
    holds((pack, list) => {
      const { score, lines, sections } = workOut(list, pack)
      if (score === null) return
      const sum = (steps: readonly { readonly points: number }[]): number =>
        steps.reduce((total, one) => total + cents(one.points), 0)
      expect(cents(score)).toBe(10_000 - sum(lines))
      expect(cents(score)).toBe(10_000 - sum(sections))
    })
  })

  it('no rule and no section costs more than its cap', () => {
    holds((pack, list) => {
      const { lines, sections } = workOut(list, pack)
      for (const one of [...lines, ...sections])
        if (one.cap !== null) expect(one.points).toBeLessThanOrEqual(one.cap + 0.0101)
      for (const { id, cap: most } of pack.rules.values()) {
        const points = lines.filter((line) => line.rule === id).reduce((sum, line) => sum + line.points, 0)
        if (most !== null) expect(points).toBeLessThanOrEqual(most + 0.0301)
      }
    }, 1_500)
  })

  it.each<[string, Outcome, Outcome]>([
    ['a fault put right', 'failed', 'passed'],
    ['what could not be told and is well', 'cantTell', 'passed'],
    ['what was not tested and is well', 'untested', 'passed'],
    ['a fault that cannot be told any more', 'failed', 'cantTell'],
  ])('%s never lowers it', (_what, from, to) => {
    holds((pack, list) => {
      for (const { before, after } of turns(pack, list, from, to))
        expect(after).toBeGreaterThanOrEqual(before)
    })
  })

  it('what could not be told and is a fault never raises it', () => {
    holds((pack, list) => {
      for (const { before, after } of turns(pack, list, 'cantTell', 'failed'))
        expect(after).toBeLessThanOrEqual(before)
    })
  })

  it('without caps it is what passed of what was judged', () => {
    holds((pack, list) => {
      const bare = { ...pack, scoring: { ...pack.scoring, minimumWeight: 0 } }
      const { score, passed, failed, lines, sections } = workOut(list, bare)
      if (score === null || [...lines, ...sections].some((one) => one.cap !== null)) return
      expect(score).toBeCloseTo((100 * passed) / (passed + failed), 1)
    })
  })

  it('it is what the caps and weights come to by another way of reckoning', () => {
    holds((pack, list) => {
      const { score } = workOut(list, pack)
      const [other] = scoresByHand(list.map(plain), plainly(pack))
      if (score === null) expect(other).toBeUndefined()
      else expect(Math.abs(score - (other?.score ?? Number.NaN))).toBeLessThan(0.0101)
    })
  })

  it('the order of the verdicts does not matter', () => {
    holds((pack, list) => {
      expect(workOut([...list].reverse(), pack)).toEqual(workOut(list, pack))
    })
  })
})
