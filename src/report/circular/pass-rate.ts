import { hundredths } from '../../score/cents.ts'
import type { AuditReport, UnitReport } from '../audit-report.ts'
import type { Circular } from './circular-shape.ts'

/** A unit with a complete scorecard. */
export type RankedUnit = UnitReport & {
  readonly score: number
  readonly rank: number
  readonly coverage: number
  readonly grade: NonNullable<UnitReport['grade']>
}

/** Whether a unit is ranked: nobody else is compared, counted or praised. */
export const isRanked = (unit: UnitReport): unit is RankedUnit =>
  unit.complete && unit.score !== null && unit.rank !== null && unit.coverage !== null && unit.grade !== null

/** The least score that passes: that of the grade `pass`, else of the last grade but one. */
export function passMarkOf(report: AuditReport): number {
  const marks = report.grades.map((grade) => grade.from).sort((a, b) => a - b)
  return report.grades.find((grade) => grade.id === 'pass')?.from ?? marks[1] ?? marks[0] ?? 0
}

/** Whether a ranked unit passes (合格): no veto, and the pass mark reached. */
export const passes = (unit: RankedUnit, mark: number): boolean =>
  unit.vetoes.length === 0 && unit.grade.id !== 'vetoed' && unit.score >= mark

/** Pass rate and average of some units of a report, by the pass mark of that report. */
export function passRateOf(report: AuditReport, units: readonly UnitReport[]): Circular['passing']['now'] {
  const ranked = units.filter(isRanked)
  const passed = ranked.filter((unit) => passes(unit, passMarkOf(report))).length
  const sum = ranked.reduce((total, unit) => total + unit.score, 0)
  return {
    ranked: ranked.length,
    passed,
    rate: ranked.length === 0 ? null : Math.round((passed / ranked.length) * 10_000) / 10_000,
    average: ranked.length === 0 ? null : hundredths(sum / ranked.length),
  }
}
