import { type CircularPeriod, parseCircularPeriod } from '../../src/core/circular-period.ts'
import type { Day } from '../../src/core/day.ts'
import type { CaseEvent, CaseStep, RectificationCase } from '../../src/core/rectification.ts'
import type { Verdict } from '../../src/core/verdict.ts'

/** 2026-11-16 00:00 in Asia/Shanghai. */
export const AT = 1_794_758_400_000

/** One day, in milliseconds. */
export const DAY = 86_400_000

export const periodOf = (text: string): CircularPeriod => {
  const period = parseCircularPeriod(text)
  if (period === null) throw new Error(`${text} is no period`)
  return period
}

/** A case of 2026-11, due on 2026-11-30. */
export const caseOf = (fingerprint: string, change: Partial<RectificationCase> = {}): RectificationCase => ({
  id: `2026-11-${fingerprint}`,
  period: periodOf('2026-11'),
  fingerprint,
  unit: 'u1',
  item: '1.1',
  rule: 'dead-link',
  subject: `address:${fingerprint}`,
  openedAt: AT,
  dueOn: '2026-11-30' as Day,
  ...change,
})

/** The history that steps make, a day apart. */
export const historyOf = (one: RectificationCase, ...steps: readonly CaseStep[]): readonly CaseEvent[] =>
  steps.map((step, at) => ({ case: one.id, number: at + 1, at: AT + (at + 1) * DAY, by: '张三', step }))

/** A verdict on the subject of `caseOf(key)`, failed with the findings named. */
export const verdictOn = (
  key: string,
  outcome: Verdict['outcome'],
  ...fingerprints: readonly string[]
): Verdict => ({
  rule: 'dead-link',
  check: 'dead-link',
  unit: 'u1',
  item: '1.1',
  subject: { kind: 'address', key: `address:${key}`, label: key, address: null },
  outcome,
  reason: null,
  findings: fingerprints.map((fingerprint) => ({
    fingerprint,
    fault: fingerprint,
    message: 'dead',
    data: {},
    address: null,
    evidence: [],
  })),
})
