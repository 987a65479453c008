import type { AuditReport, FindingReport, ReportFile, WaivedReport } from './audit-report.ts'
import type { Language } from './format-names.ts'

/** Where the schema of SARIF 2.1.0 lies. */
export const SARIF_SCHEMA =
  'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json'

const LEVELS = { minor: 'note', serious: 'warning', critical: 'error', veto: 'error' } as const

const resultOf = (finding: FindingReport, language: Language) => ({
  ruleId: finding.rule,
  level: LEVELS[finding.severity],
  message: { text: `${finding.unitName} ${finding.item} ${finding.itemTitle}: ${finding.text[language]}` },
  ...(finding.address === null
    ? {}
    : { locations: [{ physicalLocation: { artifactLocation: { uri: finding.address } } }] }),
  partialFingerprints: { 'portalAudit/v1': finding.fingerprint },
  ...(finding.movement === null ? {} : { baselineState: finding.movement }),
})

const suppressionOf = ({ id, reason, approver, to }: WaivedReport['waiver']) => ({
  kind: 'external',
  status: 'accepted',
  justification: `${id}: ${reason}（${approver}，至 / until ${to}）`,
})

/** SARIF 2.1.0. Waived findings are results that are suppressed. */
export function sarif(report: AuditReport, language: Language): readonly ReportFile[] {
  const findings = report.units.flatMap((unit) => unit.findings)
  const waived = report.units.flatMap((unit) => unit.waived)
  const all = [...findings, ...waived.map(({ finding }) => finding)]
  const rules = new Map(all.map((finding) => [finding.rule, finding]))
  const log = {
    $schema: SARIF_SCHEMA,
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'portal-audit',
            rules: [...rules.values()]
              .sort((a, b) => (a.rule < b.rule ? -1 : 1))
              .map((finding) => ({
                id: finding.rule,
                shortDescription: { text: finding.ruleTitle[language] },
                help: { text: finding.basis },
              })),
          },
        },
        results: [
          ...findings.map((finding) => resultOf(finding, language)),
          ...waived.map(({ finding, waiver }) => ({
            ...resultOf(finding, language),
            suppressions: [suppressionOf(waiver)],
          })),
        ],
      },
    ],
  }
  return [{ path: 'report.sarif', content: `${JSON.stringify(log, null, 2)}\n` }]
}
