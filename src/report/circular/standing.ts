import { byPeriod, type CircularPeriod } from '../../core/circular-period.ts'
import type { CaseReport } from '../case-shape.ts'
import type { SealedPeriod } from '../sealed-shape.ts'
import type { Circular } from './circular-shape.ts'

/** Where a case of an earlier circular stands. */
export type Standing = 'fixed' | 'notFixed' | 'notRechecked' | 'appealed' | 'withdrawn'

/** Where a case stands. What nobody could look at again is held against nobody. */
export function standingOf(one: CaseReport): Standing {
  if (one.state === 'closed') return one.closedBecause === 'fixed' ? 'fixed' : 'withdrawn'
  if (one.appeal?.state === 'pending') return 'appealed'
  return one.lastRecheck?.result ?? 'notRechecked'
}

type Counts = NonNullable<Circular['recheck']['last']>

/** How many cases stand where; null without any. */
export function countStandings(cases: readonly CaseReport[]): Counts | null {
  if (cases.length === 0) return null
  const count = (standing: Standing): number => cases.filter((one) => standingOf(one) === standing).length
  const [fixed, notFixed, withdrawn] = [count('fixed'), count('notFixed'), count('withdrawn')]
  return {
    cases: cases.length - withdrawn,
    fixed,
    notFixed,
    notRechecked: count('notRechecked'),
    appealed: count('appealed'),
    withdrawn,
    rate: fixed + notFixed === 0 ? null : Math.round((fixed / (fixed + notFixed)) * 10_000) / 10_000,
  }
}

/** The period before: a month is compared with a month, a quarter with a quarter. */
export const periodBefore = (sealed: SealedPeriod, earlier: readonly SealedPeriod[]): SealedPeriod | null =>
  earlier.filter((one) => one.period.length === sealed.period.length).at(-1) ?? null

/** Cases of circulars before this one, and whether they stood in the last. */
export function earlierCases(
  sealed: SealedPeriod,
  before: SealedPeriod | null,
): { readonly last: readonly CaseReport[]; readonly older: readonly CaseReport[] } {
  const isEarlier = (one: CaseReport): boolean =>
    byPeriod(one.period as CircularPeriod, sealed.period as CircularPeriod) < 0
  const earlier = sealed.cases.filter(isEarlier)
  const isOpenSince = ({ closedOn }: CaseReport): boolean =>
    closedOn === null || before === null || closedOn >= before.sealedOn
  return {
    last: earlier.filter((one) => one.period === before?.period),
    older: earlier.filter((one) => one.period !== before?.period && isOpenSince(one)),
  }
}
