import { stringify } from 'csv-stringify/sync'
import type { ruleMatrix } from '../app/rules.ts'
import type { Language } from '../app/write-report.ts'

type Row = Awaited<ReturnType<typeof ruleMatrix>>[number]

const HEADER = [
  '条款 clause',
  '名称 title',
  '规则 rule',
  '检查 check',
  '严重程度 severity',
  '周期 cadence',
  '依据 source',
]

/** One line a rule that bears on a clause and one for what a person looks at, with a byte order mark for spreadsheets. */
export function matrixCsv(rows: readonly Row[], language: Language): string {
  const lines = rows.flatMap(({ clause, title, rules, cadences, manual }) => {
    const cadence = cadences.map((one) => one[language]).join('; ')
    const byHand = language === 'zh' ? '人工' : 'by hand'
    return [
      ...rules.map(({ rule, check, severity, source }) => [
        clause,
        title,
        rule,
        check,
        severity,
        cadence,
        source,
      ]),
      ...(manual === null
        ? []
        : [[clause, title, byHand, '', '', manual.every[language], manual.reason[language]]]),
    ]
  })
  return stringify([HEADER, ...lines], { bom: true, record_delimiter: 'windows', escape_formulas: true })
}
