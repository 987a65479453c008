import { describe, expect, it } from 'vitest'
import type { Day } from '../../src/core/day.ts'
import type { CaseStep } from '../../src/core/rectification.ts'
import { caseState, refusalOf } from '../../src/period/case-state.ts'
import { followUp } from '../../src/period/follow-up.ts'
import { newCases } from '../../src/period/new-cases.ts'
import { AT, caseOf, historyOf, periodOf, verdictOn } from './examples.ts'

const REPLY: CaseStep = { kind: 'replied', cause: '改版', measure: '已恢复' }
const APPEAL: CaseStep = { kind: 'appealed', reason: '页面正常' }
const UPHELD: CaseStep = { kind: 'decided', upheld: true, reason: '属实' }
const REJECTED: CaseStep = { kind: 'decided', upheld: false, reason: '仍无法访问' }
const CLOSED: CaseStep = { kind: 'closed', because: 'fixed' }
const LOOKED: CaseStep = { kind: 'rechecked', result: 'notFixed', run: 'r' }

describe('a case', () => {
  it.each<[string, readonly CaseStep[], object]>([
    ['is open at first', [], { isOpen: true, reply: null, appeal: null, lastRecheck: null, length: 0 }],
    [
      'keeps the last reply',
      [REPLY, { ...REPLY, cause: '故障' }],
      { reply: expect.objectContaining({ cause: '故障', on: '2026-11-18' }) },
    ],
    [
      'stays open when looked at in vain',
      [LOOKED],
      { isOpen: true, lastRecheck: { result: 'notFixed', on: '2026-11-17' } },
    ],
    [
      'waits for its appeal',
      [APPEAL],
      { isOpen: true, appeal: expect.objectContaining({ state: 'pending' }) },
    ],
    [
      'goes on after a rejected one',
      [APPEAL, REJECTED],
      { isOpen: true, appeal: expect.objectContaining({ state: 'rejected', reason: '页面正常' }) },
    ],
    ['ends', [CLOSED], { isOpen: false, closed: { because: 'fixed', on: '2026-11-17' } }],
  ])('%s', (_, steps, expected) => {
    expect(caseState(historyOf(caseOf('f1'), ...steps))).toMatchObject(expected)
  })

  it.each<[string, readonly CaseStep[], CaseStep, boolean]>([
    ['a reply to an open one', [], REPLY, true],
    ['a reply to a closed one', [CLOSED], REPLY, false],
    ['a second appeal while one waits', [APPEAL], APPEAL, false],
    ['an appeal after one was rejected', [APPEAL, REJECTED], APPEAL, true],
    ['a decision without an appeal', [], UPHELD, false],
    ['a decision on an appeal', [APPEAL], UPHELD, true],
    ['a decision twice', [APPEAL, REJECTED], REJECTED, false],
  ])('%s: may follow', (_, before, step, may) => {
    expect(refusalOf(caseState(historyOf(caseOf('f1'), ...before)), step) === null).toBe(may)
  })
})

describe('a later run', () => {
  const sight = {
    run: 'r2',
    verdicts: [
      verdictOn('there', 'failed', 'there'),
      verdictOn('mended', 'passed'),
      verdictOn('other-fault', 'failed', 'another'),
      verdictOn('unclear', 'cantTell'),
      verdictOn('excused', 'inapplicable'),
      verdictOn('waived', 'passed'),
      verdictOn('dismissed', 'passed'),
    ],
    setAside: new Set(['waived']),
    dismissed: new Set(['dismissed']),
  }
  const look = (result: string) => ({ kind: 'rechecked', result, run: 'r2' })

  it.each([
    ['there', [look('notFixed')]],
    ['mended', [look('fixed'), { kind: 'closed', because: 'fixed' }]],
    ['other-fault', [look('fixed'), { kind: 'closed', because: 'fixed' }]],
    ['unclear', [look('notRechecked')]],
    ['excused', [look('notRechecked')]],
    ['waived', [look('notRechecked')]],
    ['not-in-the-run', [look('notRechecked')]],
    ['dismissed', [{ kind: 'closed', because: 'dismissed' }]],
  ])('sees a case: %s', (fingerprint, steps) => {
    expect(followUp(sight)(caseOf(fingerprint))).toEqual(steps)
  })
})

describe('new cases', () => {
  const opening = { period: periodOf('2026-12'), openedAt: AT, dueOn: '2026-12-30' as Day }

  it('are opened for findings without an open one, once each, in order', () => {
    const verdicts = [
      verdictOn('b', 'failed', 'b', 'a'),
      verdictOn('b', 'failed', 'b'),
      verdictOn('open', 'failed', 'open'),
      verdictOn('fine', 'passed'),
    ]
    const cases = newCases(verdicts, new Set(['open']), opening)
    expect(cases.map((one) => one.id)).toEqual(['2026-12-a', '2026-12-b'])
    expect(cases[0]).toMatchObject({ ...opening, unit: 'u1', rule: 'dead-link', subject: 'address:b' })
  })
})
