import type { Fingerprint, UnitId } from '../core/ids.ts'
import type { Movement } from '../core/movement.ts'
import type { Verdict } from '../core/verdict.ts'

const subjectKey = (verdict: Verdict): string =>
  [verdict.rule, verdict.unit, verdict.item, verdict.subject.key].join('\n')

const isJudged = (verdict: Verdict | undefined): boolean =>
  verdict?.outcome === 'passed' || verdict?.outcome === 'failed'

const fingerprintsOf = (verdicts: readonly Verdict[]): ReadonlySet<Fingerprint> =>
  new Set(verdicts.flatMap((verdict) => verdict.findings.map((finding) => finding.fingerprint)))

/**
 * Compares findings with those of the run before. A finding that is gone counts as fixed only when its subject was
 * judged again; where it could not be judged, or is waived now, it is "not rechecked", which is neither praise nor blame.
 */
export function movementOf(
  current: readonly Verdict[],
  previous: readonly Verdict[],
  waived: ReadonlySet<Fingerprint> = new Set(),
): Movement {
  const now = fingerprintsOf(current)
  const before = fingerprintsOf(previous)
  const bySubject = new Map(current.map((verdict) => [subjectKey(verdict), verdict]))
  const gone = previous.flatMap((verdict) =>
    verdict.findings
      .filter((finding) => !now.has(finding.fingerprint))
      .map((finding) => ({
        fingerprint: finding.fingerprint,
        judged: !waived.has(finding.fingerprint) && isJudged(bySubject.get(subjectKey(verdict))),
      })),
  )
  const sorted = (list: readonly Fingerprint[]): readonly Fingerprint[] => [...new Set(list)].sort()
  return {
    new: sorted([...now].filter((one) => !before.has(one))),
    unchanged: sorted([...now].filter((one) => before.has(one))),
    fixed: sorted(gone.filter((one) => one.judged).map((one) => one.fingerprint)),
    notRechecked: sorted(gone.filter((one) => !one.judged).map((one) => one.fingerprint)),
  }
}

/** The movement of each unit, for its scorecard. Units without any verdict in either run are left out. */
export function movementsByUnit(
  current: readonly Verdict[],
  previous: readonly Verdict[],
  waived: ReadonlySet<Fingerprint> = new Set(),
): ReadonlyMap<UnitId, Movement> {
  const units = new Set([...current, ...previous].map((verdict) => verdict.unit))
  const of = (verdicts: readonly Verdict[], unit: UnitId) => verdicts.filter((one) => one.unit === unit)
  return new Map(
    [...units].sort().map((unit) => [unit, movementOf(of(current, unit), of(previous, unit), waived)]),
  )
}
