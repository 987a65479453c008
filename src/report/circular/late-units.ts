import type { CaseReport } from '../case-shape.ts'
import type { SealedPeriod } from '../sealed-shape.ts'
import type { Circular } from './circular-shape.ts'
import { standingOf } from './standing.ts'

type LateUnit = Circular['late'][number]

/** Whether a case is past its deadline: what cannot be counted, and what is under appeal, is not. */
const isLate = (one: CaseReport): boolean =>
  one.state === 'open' && standingOf(one) !== 'appealed' && (one.overdueWorkdays ?? 0) > 0

/** Units with cases past their deadline, the longest overdue first. */
export function lateUnits({ cases }: SealedPeriod): readonly LateUnit[] {
  const units = new Map<string, LateUnit>()
  for (const one of cases.filter(isLate)) {
    const { dueOn, overdueWorkdays } = one
    if (dueOn === null || overdueWorkdays === null) continue
    const known = units.get(one.unit)
    units.set(one.unit, {
      unit: one.unit,
      unitName: one.unitName,
      cases: (known?.cases ?? 0) + 1,
      unanswered: (known?.unanswered ?? 0) + (one.reply === null ? 1 : 0),
      dueOn: known === undefined || dueOn < known.dueOn ? dueOn : known.dueOn,
      overdueWorkdays: Math.max(known?.overdueWorkdays ?? 0, overdueWorkdays),
    })
  }
  return [...units.values()].sort(
    (a, b) => b.overdueWorkdays - a.overdueWorkdays || b.cases - a.cases || (a.unit < b.unit ? -1 : 1),
  )
}
