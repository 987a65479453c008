import { byPeriod, type CircularPeriod } from '../core/circular-period.ts'
import type { UnitId } from '../core/ids.ts'
import type { SealedPeriod } from '../report/sealed-shape.ts'

/** Which edition of which period a unit was told of. */
export interface Told {
  readonly period: CircularPeriod
  readonly edition: number
}

/** Why a unit is told. */
export type Reason = 'first' | 'changed' | 'corrected'

/** Why it is not. */
export type Silence = 'unreliable' | 'unchanged' | 'told' | 'toldLater'

/** What moved since the unit was last told; before the first time everything is new. */
export interface Change {
  readonly period: CircularPeriod | null
  readonly score: number | null
  readonly new: number
  readonly fixed: number
}

/** Whether a unit is told of a period, and why. */
export type MailDecision =
  | { readonly unit: UnitId; readonly told: true; readonly why: Reason; readonly since: Change }
  | { readonly unit: UnitId; readonly told: false; readonly why: Silence }

type Unit = SealedPeriod['report']['units'][number]

const unitIn = (sealed: SealedPeriod | null, id: UnitId): Unit | null =>
  sealed?.report.units.find((unit) => unit.id === id) ?? null

function changeSince(before: SealedPeriod | null, unit: Unit): Change {
  const then = unitIn(before, unit.id)
  const [old, now] = [then, unit].map(
    (one) => new Set(one?.findings.map(({ fingerprint }) => fingerprint) ?? []),
  )
  return {
    period: (before?.period as CircularPeriod | undefined) ?? null,
    score: then?.score ?? null,
    new: [...(now ?? [])].filter((one) => !old?.has(one)).length,
    fixed: [...(old ?? [])].filter((one) => !now?.has(one)).length,
  }
}

/** Later than, or the same period in a later edition. */
export const isLater = (a: Told, b: Told): boolean =>
  byPeriod(a.period, b.period) > 0 || (a.period === b.period && a.edition > b.edition)

function decision(
  sealed: SealedPeriod,
  unit: Unit,
  told: readonly Told[],
  documentOf: (told: Told) => SealedPeriod | null,
): MailDecision {
  const period = sealed.period as CircularPeriod
  const silent = (why: Silence): MailDecision => ({ unit: unit.id, told: false, why })
  if (!sealed.report.run.reliable) return silent('unreliable')
  const here: Told = { period, edition: sealed.edition }
  if (told.some((one) => one.period === period && one.edition === sealed.edition)) return silent('told')
  if (told.some((one) => isLater(one, here))) return silent('toldLater')
  const last = told.reduce<Told | null>((a, b) => (a === null || isLater(b, a) ? b : a), null)
  const before = last === null ? null : documentOf(last)
  const since = changeSince(before, unit)
  if (unitIn(before, unit.id) === null) return { unit: unit.id, told: true, why: 'first', since }
  const moved = since.new + since.fixed > 0
  if (last?.period === period)
    return moved ? { unit: unit.id, told: true, why: 'corrected', since } : silent('unchanged')
  return moved || since.score !== unit.score
    ? { unit: unit.id, told: true, why: 'changed', since }
    : silent('unchanged')
}

/**
 * Who is told of a sealed period, in the order of its units: for the first time, or when score or findings have changed
 * since the unit was last told; of an erratum when it changes the findings of what the unit was told. Nobody from a run
 * that is not believed, nobody twice, and nobody of a period before one that he was told of.
 */
export const mailsDue = (
  sealed: SealedPeriod,
  toldTo: (unit: UnitId) => readonly Told[],
  documentOf: (told: Told) => SealedPeriod | null,
): readonly MailDecision[] =>
  sealed.report.units.map((unit) => decision(sealed, unit, toldTo(unit.id), documentOf))
