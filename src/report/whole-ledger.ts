import type { CaseReport } from './case-shape.ts'
import type { SealedPeriod } from './sealed-shape.ts'

/**
 * Every case ever opened, as it stood when it was last shown: a sealed period shows open cases and those that ended since
 * the period before. `periods`: the oldest first.
 */
export function wholeLedger(periods: readonly Pick<SealedPeriod, 'cases'>[]): readonly CaseReport[] {
  const byId = new Map(periods.flatMap(({ cases }) => cases.map((one) => [one.id, one] as const)))
  return [...byId.values()].sort((a, b) => (a.id < b.id ? -1 : 1))
}
