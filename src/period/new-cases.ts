import type { CircularPeriod } from '../core/circular-period.ts'
import type { Day } from '../core/day.ts'
import type { Fingerprint } from '../core/ids.ts'
import type { RectificationCase } from '../core/rectification.ts'
import type { Verdict } from '../core/verdict.ts'

/** The cases of findings that have none that is open: one a finding, in the order of their ids. */
export function newCases(
  verdicts: readonly Verdict[],
  open: ReadonlySet<Fingerprint>,
  opening: { readonly period: CircularPeriod; readonly openedAt: number; readonly dueOn: Day | null },
): readonly RectificationCase[] {
  const cases = new Map<Fingerprint, RectificationCase>()
  for (const { rule, unit, item, subject, findings } of verdicts)
    for (const { fingerprint } of findings)
      if (!open.has(fingerprint) && !cases.has(fingerprint))
        cases.set(fingerprint, {
          id: `${opening.period}-${fingerprint}`,
          ...opening,
          fingerprint,
          unit,
          item,
          rule,
          subject: subject.key,
        })
  return [...cases.values()].sort((a, b) => (a.id < b.id ? -1 : 1))
}
