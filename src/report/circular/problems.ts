import { SEVERITIES } from '../../core/outcome.ts'
import type { AuditReport, FindingReport } from '../audit-report.ts'
import type { Circular } from './circular-shape.ts'

type ProblemKind = Circular['problems'][number]
type Example = ProblemKind['example']

/** Names under which checks tell how many days late something is. */
const OVERDUE = ['overdue', 'late'] as const

function overdueOf({ data }: FindingReport): number | null {
  const found = OVERDUE.map((name) => data[name]).find((value) => typeof value === 'number')
  return typeof found === 'number' && Number.isInteger(found) && found > 0 ? found : null
}

function newestOf({ data }: FindingReport): string | null {
  const { newest } = data
  return typeof newest === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(newest) ? newest : null
}

/** The gravest first, then what is overdue longest, then by unit and item. */
function byWeight(a: FindingReport, b: FindingReport): number {
  const severity = SEVERITIES.indexOf(b.severity) - SEVERITIES.indexOf(a.severity)
  if (severity !== 0) return severity
  const late = (overdueOf(b) ?? 0) - (overdueOf(a) ?? 0)
  if (late !== 0) return late
  return a.unit === b.unit ? (a.fingerprint < b.fingerprint ? -1 : 1) : a.unit < b.unit ? -1 : 1
}

const exampleOf = (finding: FindingReport): Example => ({
  fingerprint: finding.fingerprint,
  unitName: finding.unitName,
  item: finding.item,
  itemTitle: finding.itemTitle,
  subject: finding.subject,
  address: finding.address,
  text: finding.text,
  newest: newestOf(finding),
  overdue: overdueOf(finding),
})

function unitsOf(findings: readonly FindingReport[]): ProblemKind['units'] {
  const units = new Map<string, ProblemKind['units'][number]>()
  for (const { unit, unitName } of findings)
    units.set(unit, { unit, name: unitName, findings: (units.get(unit)?.findings ?? 0) + 1 })
  return [...units.values()].sort((a, b) => b.findings - a.findings || (a.unit < b.unit ? -1 : 1))
}

/** Problems by kind, the most frequent first, each with the units concerned and one example. */
export function problemsOf(report: AuditReport): readonly ProblemKind[] {
  const findings = report.units.flatMap((unit) => unit.findings)
  const kinds = report.checks.flatMap(({ check, title }) => {
    const own = findings.filter((finding) => finding.check === check).sort(byWeight)
    const [first] = own
    if (first === undefined) return []
    return [{ check, title, findings: own.length, units: unitsOf(own), example: exampleOf(first) }]
  })
  return kinds.sort((a, b) => b.findings - a.findings || (a.check < b.check ? -1 : 1))
}

/** Every finding, numbered, in the order of the units in the report. */
export const listedProblems = (report: AuditReport): Circular['list'] =>
  report.units
    .flatMap((unit) => unit.findings)
    .map((finding, index) => ({
      number: index + 1,
      fingerprint: finding.fingerprint,
      unit: finding.unit,
      unitName: finding.unitName,
      item: finding.item,
      itemTitle: finding.itemTitle,
      ruleTitle: finding.ruleTitle,
      severity: finding.severity,
      subject: finding.subject,
      address: finding.address,
      text: finding.text,
    }))
