import { withoutTokens } from '../core/address.ts'
import type { Day } from '../core/day.ts'
import type { Fingerprint } from '../core/ids.ts'
import type { Finding, Verdict } from '../core/verdict.ts'
import type { LapsedWaiver, WaivedFinding, Waiver } from '../registry/waiver.ts'
import { measuredOf } from './measured.ts'

/** Verdicts with the waived findings taken out. */
export interface Waived {
  readonly verdicts: readonly Verdict[]
  readonly waived: readonly WaivedFinding[]
  /** Findings that count although a waiver names them, with the reason. */
  readonly lapsed: ReadonlyMap<Fingerprint, LapsedWaiver>
}

const means = (waiver: Waiver, verdict: Verdict, finding: Finding): boolean =>
  waiver.unit === verdict.unit &&
  (waiver.item ?? verdict.item) === verdict.item &&
  (waiver.rule ?? verdict.rule) === verdict.rule &&
  (waiver.address === null || withoutTokens(waiver.address) === finding.address) &&
  (waiver.fingerprint ?? finding.fingerprint) === finding.fingerprint

/** Why a waiver that has begun does not cover a finding that it names; null when it does. */
function lapseOf(waiver: Waiver, finding: Finding, asOf: Day): LapsedWaiver['why'] | null {
  if (asOf > waiver.to) return 'ended'
  return waiver.measured.includes(measuredOf(finding)) ? null : 'changed'
}

/** Without its waived findings a verdict has nothing left to judge: neither failed nor passed. */
function withoutFindings(verdict: Verdict, waiver: Waiver): Verdict {
  const { id, reason, approver, to } = waiver
  const data = { waiver: id, reason, approver, to }
  return { ...verdict, outcome: 'inapplicable', reason: { message: 'judge.waived', data }, findings: [] }
}

/**
 * Applies waivers to verdicts. A waiver covers a finding of its unit, item, rule, address and fingerprint, as far as it
 * names them, from its first to its last day, while what is measured is what was measured when it was granted. A failed
 * verdict whose findings are all waived counts as neither failed nor passed.
 */
export function waive(verdicts: readonly Verdict[], waivers: readonly Waiver[], asOf: Day): Waived {
  const begun = waivers.filter((waiver) => waiver.from === null || waiver.from <= asOf)
  const waived: WaivedFinding[] = []
  const lapsed = new Map<Fingerprint, LapsedWaiver>()
  const left = verdicts.map((verdict): Verdict => {
    const own: WaivedFinding[] = []
    for (const finding of verdict.findings) {
      const named = begun.filter((waiver) => means(waiver, verdict, finding))
      const active = named.find((waiver) => lapseOf(waiver, finding, asOf) === null)
      const [first] = named
      if (active !== undefined) own.push({ verdict, finding, waiver: active })
      else if (first !== undefined) {
        lapsed.set(finding.fingerprint, { waiver: first, why: lapseOf(first, finding, asOf) ?? 'changed' })
      }
    }
    waived.push(...own)
    const [one] = own
    if (one === undefined) return verdict
    const taken = new Set(own.map(({ finding }) => finding))
    const findings = verdict.findings.filter((finding) => !taken.has(finding))
    return findings.length === 0 ? withoutFindings(verdict, one.waiver) : { ...verdict, findings }
  })
  return { verdicts: left, waived, lapsed }
}
