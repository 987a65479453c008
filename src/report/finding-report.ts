import { minuteAt } from '../core/day.ts'
import type { Review } from '../core/review.ts'
import type { Finding, Verdict } from '../core/verdict.ts'
import type { WaivedFinding, Waiver } from '../registry/waiver.ts'
import type {
  FindingReport,
  ReportInput,
  ReviewedFinding,
  ReviewReport,
  SetAsideReport,
  WaivedReport,
} from './audit-report.ts'
import type { messageRenderer } from './messages.ts'
import { seenOf, shown } from './seen.ts'

type Render = ReturnType<typeof messageRenderer>

const waiverReport = ({ id, reason, approver, to }: Waiver): WaivedReport['waiver'] => ({
  id,
  reason,
  approver,
  to,
})

function lapsedOf(finding: Finding, input: ReportInput): FindingReport['lapsed'] {
  const lapsed = input.lapsed.get(finding.fingerprint)
  return lapsed === undefined ? null : { ...waiverReport(lapsed.waiver), why: lapsed.why }
}

const reviewReport = ({ decision, reviewer, reason, at }: Review): ReviewReport => ({
  decision,
  reviewer,
  reason,
  at: minuteAt(at),
})

function reviewOf(finding: Finding, input: ReportInput): FindingReport['review'] {
  const found = input.reviews.get(finding.fingerprint)
  return found === undefined ? null : { ...reviewReport(found.review), counts: found.counts }
}

/** A finding of a verdict, ready to be shown. */
export function findingReport(
  finding: Finding,
  verdict: Verdict,
  input: ReportInput,
  render: Render,
): FindingReport {
  const item = input.pack.items.get(verdict.item)
  const rule = input.pack.rules.get(verdict.rule)
  const unit = input.registry.units.get(verdict.unit)
  if (item === undefined || rule === undefined || unit === undefined)
    throw new Error(`A verdict names ${verdict.unit}, ${verdict.item} and ${verdict.rule}, not all known.`)
  const isNew = input.movement?.new.includes(finding.fingerprint) ?? false
  return {
    fingerprint: finding.fingerprint,
    fault: finding.fault,
    unit: verdict.unit,
    unitName: unit.name,
    item: verdict.item,
    itemTitle: item.title,
    clause: item.clause,
    rule: rule.id,
    check: verdict.check,
    ruleTitle: rule.title,
    basis: rule.basis,
    severity: rule.severity,
    subject: verdict.subject.label,
    address: finding.address === null ? null : shown(finding.address),
    movement: input.movement === null ? null : isNew ? 'new' : 'unchanged',
    text: render(verdict.check, finding.message, 'text', finding.data),
    remedy: render(verdict.check, finding.message, 'remedy', finding.data),
    data: finding.data,
    seen: finding.evidence.map((evidence) => seenOf(evidence, input.observations)),
    measured: input.measured(finding),
    lapsed: lapsedOf(finding, input),
    review: reviewOf(finding, input),
  }
}

/** A waived finding with its waiver, ready to be shown. It does not move: it is in no count. */
export const waivedReport = (
  { finding, verdict, waiver }: WaivedFinding,
  input: ReportInput,
  render: Render,
): WaivedReport => ({
  finding: { ...findingReport(finding, verdict, input, render), movement: null },
  waiver: waiverReport(waiver),
})

/** A finding that a person set aside, ready to be shown. */
export const setAsideReport = (
  { finding, verdict, review }: ReviewedFinding,
  input: ReportInput,
  render: Render,
): SetAsideReport => ({
  finding: { ...findingReport(finding, verdict, input, render), movement: null },
  review: reviewReport(review),
})
