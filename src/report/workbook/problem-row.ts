import type { AuditReport, FindingReport, ReviewReport } from '../audit-report.ts'
import type { CaseReport } from '../case-shape.ts'
import type { SealedPeriod } from '../sealed-shape.ts'

/** One finding in the problem workbook. */
export interface ProblemRow {
  readonly finding: FindingReport
  /** What was decided of it; null when nothing was, or when the decision has lapsed. */
  readonly review: ReviewReport | null
  /** Its newest rectification case, of this period or of the one in which it was circulated first; null before it is sealed. */
  readonly rectification: CaseReport | null
}

/** A report that a problem workbook is made from. */
export interface ProblemSource {
  readonly report: AuditReport
  /** Null before the period is sealed. */
  readonly sealed: SealedPeriod | null
  /** Ids of the units that it is limited to; empty = all. */
  readonly units: readonly string[]
}

const standing = ({ review }: FindingReport): ReviewReport | null => {
  if (review === null || !review.counts) return null
  const { decision, reviewer, reason, at } = review
  return { decision, reviewer, reason, at }
}

/**
 * Findings with the decisions about them, by unit in the order of the report. Before a period is sealed, those that were
 * set aside are among them, so that they can be decided anew.
 */
export function problemRows({ report, sealed, units }: ProblemSource): readonly ProblemRow[] {
  const oldestFirst = (sealed?.cases ?? []).toSorted(
    (a, b) => Number(a.openedOn > b.openedOn) - Number(a.openedOn < b.openedOn),
  )
  const cases = new Map(oldestFirst.map((one) => [one.fingerprint, one]))
  return report.units
    .filter(({ id }) => units.length === 0 || units.includes(id))
    .flatMap((unit) => [
      ...unit.findings.map((finding) => ({
        finding,
        review: standing(finding),
        rectification: cases.get(finding.fingerprint) ?? null,
      })),
      ...(sealed === null ? unit.setAside : []).map(({ finding, review }) => ({
        finding,
        review,
        rectification: null,
      })),
    ])
}
