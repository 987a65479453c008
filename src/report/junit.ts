import type { AuditReport, ReportFile, UnitReport } from './audit-report.ts'
import type { Language } from './format-names.ts'
import { xml } from './xml.ts'

function suite(unit: UnitReport, language: Language): string {
  const failures = unit.findings.map(
    (finding) =>
      `    <testcase classname="${xml(`${finding.unitName}.${finding.item}`)}" name="${xml(`${finding.check}: ${finding.subject}`)}">\n` +
      `      <failure type="${xml(finding.rule)}" message="${xml(finding.text[language])}">${xml(`${finding.address ?? ''}\n${finding.remedy[language]}\n${finding.fingerprint}`)}</failure>\n    </testcase>`,
  )
  const skipped = unit.unsettled.map(
    (one) =>
      `    <testcase classname="${xml(`${unit.name}.${one.item}`)}" name="${xml(`${one.check}: ${one.subject}`)}">\n` +
      `      <skipped message="${xml(one.text[language])}"/>\n    </testcase>`,
  )
  const waived = unit.waived.map(
    ({ finding, waiver }) =>
      `    <testcase classname="${xml(`${finding.unitName}.${finding.item}`)}" name="${xml(`${finding.check}: ${finding.subject}`)}">\n` +
      `      <skipped message="${xml(`豁免 waived ${waiver.id}: ${waiver.reason}; ${finding.text[language]}`)}"/>\n    </testcase>`,
  )
  const passes = Array.from(
    { length: unit.outcomes.passed },
    (_, at) => `    <testcase classname="${xml(unit.name)}" name="passed ${at + 1}"/>`,
  )
  const cases = [...failures, ...skipped, ...waived, ...passes]
  return `  <testsuite name="${xml(unit.name)}" tests="${cases.length}" failures="${failures.length}" skipped="${skipped.length + waived.length}">\n${cases.join('\n')}\n  </testsuite>`
}

/** JUnit XML for a nightly job: findings are failures, what is waived or could not be judged is skipped. */
export const junit = (report: AuditReport, language: Language): readonly ReportFile[] => [
  {
    path: 'junit.xml',
    content: `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="portal-audit">\n${report.units.map((unit) => suite(unit, language)).join('\n')}\n</testsuites>\n`,
  },
]
