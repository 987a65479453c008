import { addPeriod, type Day } from '../../src/core/day.ts'
import type { AuditReport } from '../../src/report/audit-report.ts'
import type { CaseReport } from '../../src/report/case-shape.ts'
import { type SealedPeriod, sealedShape } from '../../src/report/sealed-shape.ts'

/** A case of each finding of a sealed period, open, due ten days after sealing. */
export const casesOf = (sealed: SealedPeriod): readonly CaseReport[] =>
  sealed.report.units.flatMap((unit) =>
    unit.findings.map((finding) => ({
      id: `${sealed.period}-${finding.fingerprint}`,
      period: sealed.period,
      fingerprint: finding.fingerprint,
      unit: finding.unit,
      unitName: finding.unitName,
      item: finding.item,
      itemTitle: finding.itemTitle,
      rule: finding.rule,
      ruleTitle: finding.ruleTitle,
      severity: finding.severity,
      subject: finding.subject,
      address: finding.address,
      text: finding.text,
      openedOn: sealed.sealedOn,
      dueOn: addPeriod(sealed.sealedOn as Day, 'P14D'),
      state: 'open' as const,
      closedBecause: null,
      closedOn: null,
      overdueWorkdays: 0,
      lastRecheck: null,
      reply: null,
      appeal: null,
      history: [],
    })),
  )

/** A period sealed over a report, as the store would keep it. Throws for what the shape does not allow. */
export function sealedPeriod(
  report: AuditReport,
  period: string,
  change: Partial<SealedPeriod> = {},
): SealedPeriod {
  const sealed: SealedPeriod = {
    schema: 'portal-audit/period',
    version: 1,
    period,
    edition: 1,
    replaces: null,
    sealedAt: '2026-11-25T08:00:00.000Z',
    sealedOn: '2026-11-25',
    sealedBy: '王敏',
    registryHash: '0'.repeat(64),
    minimumCoverage: 0.6,
    rectificationWorkdays: 10,
    dueOn: '2026-12-09',
    warnings: [],
    cases: [],
    report,
    ...change,
  }
  return sealedShape.parse(sealed)
}
