import type { AuditReport, ReportFile } from './audit-report.ts'
import type { Templates } from './templates.ts'

const share = (part: number, whole: number): number =>
  whole === 0 ? 0 : Math.round((part / whole) * 1000) / 10

/** The city's overview and one page a unit. No script, no outside request. */
export function html(report: AuditReport, templates: Templates): readonly ReportFile[] {
  const most = Math.max(1, ...report.checks.map((check) => check.findings))
  const { css } = templates
  const overview = templates.overview({
    ...report,
    css,
    ranked: report.units
      .filter((unit) => unit.rank !== null)
      .map((unit) => ({ ...unit, findingCount: unit.findings.length })),
    incomplete: report.units.filter((unit) => unit.rank === null),
    bars: report.checks.map((check) => ({ ...check, width: share(check.findings, most) })),
    sectionRows: report.sections.map((section) => {
      const { passed, failed, cantTell, untested } = section.outcomes
      const due = passed + failed + cantTell + untested
      return {
        ...section,
        passedShare: share(passed, due),
        failedShare: share(failed, due),
        unsettledShare: share(cantTell + untested, due),
      }
    }),
  })
  const units = report.units.map((unit) => ({
    path: `units/${unit.id}.html`,
    content: templates.unit({
      ...unit,
      css,
      city: report.city,
      run: report.run,
      pack: report.pack,
      unitTotal: report.totals.units,
    }),
  }))
  return [{ path: 'index.html', content: overview }, ...units]
}
