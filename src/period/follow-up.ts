import type { Fingerprint, RunId } from '../core/ids.ts'
import type { CaseStep, RecheckResult, RectificationCase } from '../core/rectification.ts'
import type { Verdict } from '../core/verdict.ts'

/** What a run shows of cases. */
export interface Sight {
  readonly run: RunId
  /** After review. */
  readonly verdicts: readonly Verdict[]
  /** Findings that a waiver or a deferral takes out of the verdicts: neither mended nor not. */
  readonly setAside: ReadonlySet<Fingerprint>
  /** Findings that a person dismissed. */
  readonly dismissed: ReadonlySet<Fingerprint>
}

const keyOf = (rule: string, unit: string, item: string, subject: string): string =>
  [rule, unit, item, subject].join('\n')

/** Looks cases up in a run: whether what was found is mended. Only what was judged again can be. */
export function recheckedIn({ verdicts, setAside }: Sight): (one: RectificationCase) => RecheckResult {
  const standing = new Set(verdicts.flatMap(({ findings }) => findings.map((one) => one.fingerprint)))
  const judged = new Set(
    verdicts
      .filter(({ outcome }) => outcome === 'passed' || outcome === 'failed')
      .map(({ rule, unit, item, subject }) => keyOf(rule, unit, item, subject.key)),
  )
  return ({ fingerprint, rule, unit, item, subject }) => {
    if (standing.has(fingerprint)) return 'notFixed'
    if (setAside.has(fingerprint)) return 'notRechecked'
    return judged.has(keyOf(rule, unit, item, subject)) ? 'fixed' : 'notRechecked'
  }
}

/** What a run adds to an open case's history: that it was looked at again, and its end where it is mended or dismissed. */
export function followUp(sight: Sight): (one: RectificationCase) => readonly CaseStep[] {
  const rechecked = recheckedIn(sight)
  return (one) => {
    if (sight.dismissed.has(one.fingerprint)) return [{ kind: 'closed', because: 'dismissed' }]
    const result = rechecked(one)
    const look: CaseStep = { kind: 'rechecked', result, run: sight.run }
    return result === 'fixed' ? [look, { kind: 'closed', because: 'fixed' }] : [look]
  }
}
