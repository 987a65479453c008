import { describe, expect, it } from 'vitest'
import type { Verdict } from '../../src/core/verdict.ts'
import type { Pack } from '../../src/policy/pack.ts'
import { averageScore, countFaults, medianScore } from '../../src/score/city.ts'
import { scorecards } from '../../src/score/scorecards.ts'
import { many, packOf, rule, verdict } from './examples.ts'

const score = (pack: Pack, verdicts: readonly Verdict[], ...units: readonly string[]) =>
  scorecards({ verdicts, pack, units: units.length === 0 ? ['u'] : units })

describe('a scorecard', () => {
  const pack = packOf([rule('a', 1), rule('b', 3), rule('capped', 1, 10), rule('veto', 1, null, 'veto')])
  it.each<[string, readonly Verdict[], number | null, number | null, string | null]>([
    ['all passed', many(4, 'a', 'passed'), 100, 1, 'good'],
    ['half failed', [...many(2, 'a', 'passed'), ...many(2, 'a', 'failed')], 50, 1, 'bad'],
    ['weights count', [...many(1, 'a', 'passed'), ...many(1, 'b', 'failed')], 25, 1, 'bad'],
    ['a cap holds', [...many(1, 'a', 'passed'), ...many(9, 'capped', 'failed')], 90, 1, 'good'],
    ['a cap holds where nothing passed', many(9, 'capped', 'failed'), 90, 1, 'good'],
    [
      'beyond a cap the rest is shared by the rest',
      [...many(3, 'a', 'passed'), verdict('a', 'failed'), ...many(9, 'capped', 'failed')],
      67.5,
      1,
      'good',
    ],
    ['thirds are rounded once', [...many(2, 'a', 'passed'), verdict('a', 'failed')], 66.67, 1, 'good'],
    [
      'cannot tell lowers coverage only',
      [...many(3, 'a', 'passed'), verdict('a', 'cantTell')],
      100,
      0.75,
      'good',
    ],
    [
      'cannot tell is no pass',
      [verdict('a', 'passed'), verdict('a', 'failed'), ...many(2, 'a', 'cantTell')],
      50,
      0.5,
      'bad',
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
})

describe('a veto by number', () => {
  const veto = { id: 'v', title: { zh: '过多', en: 'many' }, rules: ['a', 'b'], failures: 3, basis: '' }
  const pack = packOf([rule('a', 1), rule('b', 1)], { vetoes: [veto] })
  const same = verdict('a', 'failed')
  it.each<[string, readonly Verdict[], readonly string[]]>([
    ['as many as it says', [...many(2, 'a', 'failed'), verdict('b', 'failed')], ['v']],
    ['one fewer', many(2, 'a', 'failed'), []],
    ['one place under two rules is one', [same, { ...same, rule: 'b' }, verdict('b', 'failed')], []],
    ['what could not be judged', many(9, 'a', 'cantTell'), []],
  ])('%s', (_what, failed, want) => {
    const [card] = score(pack, [...many(90, 'a', 'passed'), ...failed])
    expect(card?.vetoes.map((one) => one.id)).toEqual(want)
    expect(card?.grade === 'vetoed').toBe(want.length > 0)
  })
})

describe('ranks', () => {
  const pack = packOf([rule('a', 1), rule('veto', 1, null, 'veto')])
  it('are shared by equal scores, vetoed units come last, incomplete ones have none', () => {
    const verdicts = [
      verdict('a', 'passed', { unit: 'best' }),
      verdict('a', 'passed', { unit: 'same' }),
      ...many(1, 'a', 'passed', { unit: 'half' }),
      ...many(1, 'a', 'failed', { unit: 'half' }),
      ...many(9, 'a', 'passed', { unit: 'vetoed' }),
      verdict('veto', 'failed', { unit: 'vetoed' }),
      verdict('a', 'passed', { unit: 'unseen' }),
      ...many(5, 'a', 'cantTell', { unit: 'unseen' }),
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
      verdict('a', 'failed', { unit: 'u', fault: 'x' }),
      verdict('a', 'failed', { unit: 'v', fault: 'x' }),
      verdict('a', 'failed', { unit: 'v', fault: 'y' }),
    ]),
  ).toBe(2)
})
