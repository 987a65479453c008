import type { Fingerprint, RunId } from '../core/ids.ts'
import type { Sight } from '../period/follow-up.ts'
import type { JudgedRun } from './judge-run.ts'

/** What a judged run shows of cases. */
export function sightOf(run: RunId, judged: Pick<JudgedRun, 'verdicts' | 'waived' | 'report'>): Sight {
  const setAside = judged.report.units.flatMap((unit) => unit.setAside)
  const by = (decision: 'dismissed' | 'deferred'): readonly Fingerprint[] =>
    setAside.filter((one) => one.review.decision === decision).map((one) => one.finding.fingerprint)
  return {
    run,
    verdicts: judged.verdicts,
    setAside: new Set([...judged.waived.map((one) => one.finding.fingerprint), ...by('deferred')]),
    dismissed: new Set(by('dismissed')),
  }
}
