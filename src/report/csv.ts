import { stringify } from 'csv-stringify/sync'
import type { AuditReport, FindingReport, ReportFile, WaivedReport } from './audit-report.ts'

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
  '豁免 waiver',
  '测得 measured',
  '指纹 fingerprint',
]

const waiverWords = ({ id, to, approver, reason }: WaivedReport['waiver']): string =>
  `${id}（${approver}，至 ${to}）：${reason}`

const lapsedWords = ({ lapsed }: FindingReport): string => {
  if (lapsed === null) return ''
  return `${lapsed.why === 'ended' ? '已到期 ended' : '情况已变 changed'}：${waiverWords(lapsed)}`
}

const rowOf = (finding: FindingReport, waiver: string): readonly string[] => [
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
  waiver,
  finding.measured,
  finding.fingerprint,
]

const MANUAL_HEADER = [
  '单位 unit',
  '条款 clause',
  '名称 title',
  '状态 state',
  '核查人 by',
  '核查日期 on',
  '有效至 until',
  '说明 note',
]

/** What only a person can see, a row a clause and unit: attested, not checked. */
const manualRows = (report: AuditReport): readonly (readonly string[])[] =>
  report.units.flatMap((unit) =>
    unit.manual.map(({ clause, title, state, by, on, until, note }) => [
      unit.name,
      clause,
      title,
      state,
      by ?? '',
      on ?? '',
      until ?? '',
      note,
    ]),
  )

/**
 * One row a finding, as Excel opens it with Chinese intact; cells that would start a formula are made text. Waived ones
 * stand in a file of their own, so that nobody counts them by mistake.
 */
export function csv(report: AuditReport): readonly ReportFile[] {
  const content = (rows: readonly (readonly string[])[], header = HEADER): string =>
    stringify([header, ...rows.map((row) => [...row])], {
      bom: true,
      record_delimiter: 'windows',
      escape_formulas: true,
    })
  const findings = report.units.flatMap((unit) => unit.findings)
  const waived = report.units.flatMap((unit) => unit.waived)
  return [
    { path: 'findings.csv', content: content(findings.map((one) => rowOf(one, lapsedWords(one)))) },
    {
      path: 'waived.csv',
      content: content(waived.map(({ finding, waiver }) => rowOf(finding, waiverWords(waiver)))),
    },
    { path: 'manual.csv', content: content(manualRows(report), MANUAL_HEADER) },
  ]
}
