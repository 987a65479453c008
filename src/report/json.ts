import type { AuditReport, ReportFile } from './audit-report.ts'

/** The document itself. */
export const json = (report: AuditReport): readonly ReportFile[] => [
  { path: 'report.json', content: `${JSON.stringify(report, null, 2)}\n` },
]
