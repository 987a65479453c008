import { EXIT, InputError } from '../core/errors.ts'
import type { Severity } from '../core/outcome.ts'
import type { AuditReport, FindingReport } from '../report/audit-report.ts'

/** Where a finding stands on review. */
export type ReviewState = 'pending' | 'lapsed' | 'confirmed' | 'dismissed' | 'deferred'

/** A finding of a run with what was decided of it. */
export interface ListedFinding {
  readonly finding: FindingReport
  readonly state: ReviewState
  readonly reviewer: string
  readonly reason: string
  readonly at: string
}

/** Which findings are meant; a part that is empty or null fits all. */
export interface FindingFilter {
  /** Fingerprints, or their first digits. */
  readonly fingerprints: readonly string[]
  /** Ids or names. */
  readonly units: readonly string[]
  readonly items: readonly string[]
  readonly checks: readonly string[]
  readonly severities: readonly Severity[]
  readonly states: readonly ReviewState[]
}

/** Every finding. */
export const ANY_FINDING: FindingFilter = {
  fingerprints: [],
  units: [],
  items: [],
  checks: [],
  severities: [],
  states: [],
}

const NOBODY = { reviewer: '', reason: '', at: '' }

function standing(finding: FindingReport): ListedFinding {
  const { review } = finding
  if (review === null) return { finding, state: 'pending', ...NOBODY }
  const { decision, counts, reviewer, reason, at } = review
  return { finding, state: counts ? decision : 'lapsed', reviewer, reason, at }
}

/** Every finding of a report, those that were set aside on review among them; each fingerprint once. */
export function listedFindings(report: AuditReport): readonly ListedFinding[] {
  const all = report.units.flatMap((unit) => [
    ...unit.findings.map(standing),
    ...unit.setAside.map(
      ({ finding, review: { decision, reviewer, reason, at } }): ListedFinding => ({
        finding,
        state: decision,
        reviewer,
        reason,
        at,
      }),
    ),
  ])
  const byPrint = new Map(all.map((one) => [one.finding.fingerprint, one]))
  return [...byPrint.values()]
}

const fits = <Value>(wanted: readonly Value[], ...values: readonly Value[]): boolean =>
  wanted.length === 0 || values.some((value) => wanted.includes(value))

/** The findings that a filter means. Throws {@link InputError} (usage) for digits that fit none, or more than one. */
export function findFindings(
  all: readonly ListedFinding[],
  filter: FindingFilter,
  run: string,
): readonly ListedFinding[] {
  const problems = filter.fingerprints.flatMap((digits) => {
    const found = all.filter(({ finding }) => finding.fingerprint.startsWith(digits.toLowerCase()))
    if (found.length === 1) return []
    const message =
      found.length === 0
        ? `检查 ${run} 中没有这个指纹的问题；请用 review list 查看 / run ${run} has no such finding; see review list.`
        : `对应 ${found.length} 个问题，请多写几位 / fits ${found.length} findings; give more digits.`
    return [{ file: digits, message }]
  })
  if (problems.length > 0) throw new InputError(problems, EXIT.usage)
  return all.filter(
    ({ finding, state }) =>
      (filter.fingerprints.length === 0 ||
        filter.fingerprints.some((digits) => finding.fingerprint.startsWith(digits.toLowerCase()))) &&
      fits(filter.units, finding.unit, finding.unitName) &&
      fits(filter.items, finding.item) &&
      fits(filter.checks, finding.check, finding.rule) &&
      fits(filter.severities, finding.severity) &&
      fits(filter.states, state),
  )
}
