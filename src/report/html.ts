import type { AuditReport, ReportFile } from './audit-report.ts'
import { figure } from './pictures/figure.ts'
import { heatMap } from './pictures/heat-map.ts'
import { distributionOf, heatMapOf, type TrendPeriod, trendOf } from './pictures/picture-data.ts'
import { pictureWords } from './pictures/picture-words.ts'
import { scoreDistribution } from './pictures/score-distribution.ts'
import { scoreTrend } from './pictures/score-trend.ts'
import type { Templates } from './templates.ts'

const share = (part: number, whole: number): number =>
  whole === 0 ? 0 : Math.round((part / whole) * 1000) / 10

/**
 * The city's overview and one page a unit. No script, no outside request. `earlier`: periods sealed before, the oldest
 * first; where there are any, each page shows how scores went on.
 */
export function html(
  report: AuditReport,
  templates: Templates,
  earlier: readonly TrendPeriod[] = [],
): readonly ReportFile[] {
  const most = Math.max(1, ...report.checks.map((check) => check.findings))
  const { css } = templates
  const words = pictureWords(templates.labels.picture, 'zh')
  const trend = (unit: AuditReport['units'][number] | null): string =>
    earlier.length === 0
      ? ''
      : figure('trend', words, (style) => scoreTrend(trendOf(earlier, report, unit, words), style))
  const pictures = {
    trend: trend(null),
    distribution: figure('spread', words, (style) => scoreDistribution(distributionOf(report, 'zh'), style)),
    heatMap: figure('map', words, (style) => heatMap(heatMapOf(report), style)),
  }
  const overview = templates.overview({
    ...report,
    css,
    pictures,
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
      pictures: { trend: trend(unit) },
      city: report.city,
      run: report.run,
      pack: report.pack,
      unitTotal: report.totals.units,
    }),
  }))
  return [{ path: 'index.html', content: overview }, ...units]
}
