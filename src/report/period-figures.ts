import type { SealedPeriod } from './sealed-shape.ts'

/** A sealed period in figures. */
export interface PeriodFigures {
  readonly period: string
  readonly edition: number
  readonly run: string
  readonly sealedOn: string
  readonly sealedBy: string
  readonly units: number
  readonly duties: number
  /** 0–1; null when nothing was due. */
  readonly coverage: number | null
  readonly average: number | null
  readonly median: number | null
  readonly findings: number
  readonly faults: number
  readonly casesOpen: number
  readonly casesOverdue: number
  /** Cases of earlier periods that were closed since the sealing before. */
  readonly casesClosed: number
  /** Score of each unit, by its name; null where it was not complete. */
  readonly scores: Readonly<Record<string, number | null>>
}

/** The figures of a sealed period. */
export function periodFigures(sealed: SealedPeriod): PeriodFigures {
  const { period, edition, report, cases, sealedOn, sealedBy } = sealed
  const { totals, units, run } = report
  return {
    period,
    edition,
    run: run.id,
    sealedOn,
    sealedBy,
    units: totals.units,
    duties: totals.duties,
    coverage: totals.coverage,
    average: totals.averageScore,
    median: totals.medianScore,
    findings: totals.findings,
    faults: totals.faults,
    casesOpen: cases.filter((one) => one.state === 'open').length,
    casesOverdue: cases.filter((one) => (one.overdueWorkdays ?? 0) > 0).length,
    casesClosed: cases.filter((one) => one.state === 'closed').length,
    scores: Object.fromEntries(units.map((unit) => [unit.name, unit.complete ? unit.score : null])),
  }
}
