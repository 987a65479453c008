import { stringify } from 'csv-stringify/sync'
import type { AuditReport, ReportFile } from './audit-report.ts'

const HEADER = [
  '单位 unit',
  '责任事项 item',
  '事项名称 title',
  '检查 check',
  '问题 problem',
  'problem (en)',
  '严重程度 severity',
  '对象 subject',
  '网址 address',
  '整改建议 remedy',
  '依据 basis',
  '变化 movement',
  '检查时间 seen at',
  '指纹 fingerprint',
]

/** One row a finding, as Excel opens it with Chinese intact; cells that would start a formula are made text. */
export function csv(report: AuditReport): readonly ReportFile[] {
  const rows = report.units
    .flatMap((unit) => unit.findings)
    .map((finding) => [
      finding.unitName,
      finding.item,
      finding.itemTitle,
      finding.check,
      finding.text.zh,
      finding.text.en,
      finding.severity,
      finding.subject,
      finding.address ?? '',
      finding.remedy.zh,
      finding.basis,
      finding.movement ?? '',
      finding.seen[0]?.seenAt ?? '',
      finding.fingerprint,
    ])
  const content = stringify([HEADER, ...rows], {
    bom: true,
    record_delimiter: 'windows',
    escape_formulas: true,
  })
  return [{ path: 'findings.csv', content }]
}
