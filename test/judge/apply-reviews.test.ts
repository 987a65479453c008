import { describe, expect, it } from 'vitest'
import { toAddress } from '../../src/core/address.ts'
import type { Review } from '../../src/core/review.ts'
import type { Finding, Verdict } from '../../src/core/verdict.ts'
import { applyReviews } from '../../src/judge/apply-reviews.ts'
import { measuredOf } from '../../src/judge/measured.ts'

const address = toAddress('http://a.example/')
const finding = (fingerprint = 'f1', cause = '404'): Finding => ({
  fingerprint,
  fault: fingerprint,
  message: 'dead',
  data: { cause, days: 3 },
  address,
  evidence: [],
})
const failed = (...findings: readonly Finding[]): Verdict => ({
  rule: 'dead-link',
  check: 'dead-link',
  unit: 'u1',
  item: '1.1',
  subject: { kind: 'address', key: 'address:a', label: '动态', address },
  outcome: 'failed',
  reason: null,
  findings,
})
const review = (change: Partial<Review> = {}): Review => ({
  run: 'now',
  fingerprint: 'f1',
  number: 1,
  decision: 'dismissed',
  reviewer: '李四',
  reason: '已人工核实',
  measured: measuredOf(finding()),
  at: 1,
  ...change,
})

const applied = (reviews: readonly Review[], ...verdicts: readonly Verdict[]) =>
  applyReviews(verdicts.length === 0 ? [failed(finding())] : verdicts, 'now', reviews)

describe('what people decided', () => {
  it.each<[string, readonly Review[], string, number]>([
    ['nothing: it stands', [], 'failed', 1],
    ['dismissed: passed', [review()], 'passed', 0],
    ['deferred: neither', [review({ decision: 'deferred' })], 'cantTell', 0],
    ['confirmed: it stands', [review({ decision: 'confirmed' })], 'failed', 1],
    ['dismissed in an earlier run: still passed', [review({ run: 'before' })], 'passed', 0],
    [
      'deferred in an earlier run: decided anew',
      [review({ run: 'before', decision: 'deferred' })],
      'failed',
      1,
    ],
    ['confirmed in an earlier run: stands', [review({ run: 'before', decision: 'confirmed' })], 'failed', 1],
    ['dismissed when something else was measured: stands', [review({ measured: 'other' })], 'failed', 1],
    ['of another finding: stands', [review({ fingerprint: 'f2' })], 'failed', 1],
    [
      'dismissed, then confirmed: stands',
      [review(), review({ number: 2, decision: 'confirmed', at: 2 })],
      'failed',
      1,
    ],
    [
      'dismissed earlier, confirmed in this run though that was noted first: this run decides',
      [review({ decision: 'confirmed', at: 1 }), review({ run: 'before', at: 5 })],
      'failed',
      1,
    ],
    [
      'dismissed, and at the same moment replaced: the higher number',
      [review({ number: 2, decision: 'confirmed' }), review()],
      'failed',
      1,
    ],
  ])('%s', (_, reviews, outcome, left) => {
    const { verdicts } = applied(reviews)
    expect(verdicts.map((one) => one.outcome)).toEqual([outcome])
    expect(verdicts.flatMap((one) => one.findings)).toHaveLength(left)
  })

  it('takes one finding of two out, and the verdict stays failed', () => {
    const { verdicts, setAside } = applied([review()], failed(finding(), finding('f2')))
    expect(verdicts[0]?.outcome).toBe('failed')
    expect(verdicts[0]?.findings.map((one) => one.fingerprint)).toEqual(['f2'])
    expect(setAside.map((one) => one.finding.fingerprint)).toEqual(['f1'])
  })

  it('a verdict with one dismissed and one deferred finding is neither passed nor failed', () => {
    const reviews = [review(), review({ fingerprint: 'f2', decision: 'deferred' })]
    expect(applied(reviews, failed(finding(), finding('f2'))).verdicts[0]?.outcome).toBe('cantTell')
  })

  it('tells what is confirmed and what has lapsed', () => {
    const reviews = [review({ decision: 'confirmed' }), review({ fingerprint: 'f2', measured: 'other' })]
    const { confirmed, lapsed } = applied(reviews, failed(finding(), finding('f2')))
    expect([...confirmed.keys()]).toEqual(['f1'])
    expect([...lapsed.keys()]).toEqual(['f2'])
  })

  it('a dismissal does not lapse because a number of days went on', () => {
    const later = { ...finding(), data: { cause: '404', days: 33 } }
    expect(applied([review()], failed(later)).verdicts[0]?.outcome).toBe('passed')
  })
})
