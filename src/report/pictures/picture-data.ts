import { type CircularPeriod, daysOfPeriod, parseCircularPeriod } from '../../core/circular-period.ts'
import type { AuditReport, UnitReport } from '../audit-report.ts'
import type { SealedPeriod } from '../sealed-shape.ts'
import type { PeriodCases } from './case-completion.ts'
import type { HeatCell } from './heat-cell.ts'
import type { HeatMap } from './heat-map.ts'
import type { PictureWords } from './picture-words.ts'
import type { KindCount } from './problems-by-kind.ts'
import type { ScoreDistribution } from './score-distribution.ts'
import type { ScoreTrend, TrendPoint } from './score-trend.ts'

type Language = 'zh' | 'en'

/** How a report's scores are spread. */
export function distributionOf(report: AuditReport, language: Language): ScoreDistribution {
  const counted = report.units.filter(({ grade }) => grade !== null && grade.id !== 'vetoed')
  return {
    scores: counted.flatMap(({ score }) => score ?? []),
    grades: report.grades.map(({ name, from, units }) => ({ name: name[language], from, units })),
    vetoed: report.units.filter(({ grade }) => grade?.id === 'vetoed').length,
    incomplete: report.units.filter(({ grade }) => grade === null).length,
    average: report.totals.averageScore,
    median: report.totals.medianScore,
  }
}

function cellOf(unit: UnitReport, section: string): HeatCell {
  const items = unit.items.filter((item) => item.section === section)
  if (items.length === 0) return 'notOwed'
  const owed = new Set(items.map(({ item }) => item))
  const findings = unit.findings.filter(({ item }) => owed.has(item)).length
  const judged = items.some(({ outcomes }) => outcomes.passed + outcomes.failed > 0)
  return findings === 0 && !judged ? 'notJudged' : findings
}

/** A report's problems by unit, in the order of the ranking, and section. */
export const heatMapOf = (report: AuditReport): HeatMap => ({
  sections: report.sections.map(({ id, title }) => ({
    mark: id,
    title: title.replace(/^[（(][^（()）]*[)）]/, ''),
  })),
  units: report.units.map((unit) => ({
    name: unit.name,
    cells: report.sections.map(({ id }) => cellOf(unit, id)),
  })),
})

/** A report's problems by kind. */
export const kindsOf = (report: AuditReport, language: Language): readonly KindCount[] =>
  report.checks.map(({ title, findings, units }) => ({ kind: title[language], findings, units }))

function periodWords(period: CircularPeriod, words: PictureWords): Pick<TrendPoint, 'period' | 'year'> {
  const { from, to } = daysOfPeriod(period)
  const month = Number(to.slice(5, 7))
  const quarter = from.slice(0, 7) === to.slice(0, 7) ? null : month / 3
  return {
    period: quarter === null ? words('month', { month }) : words('quarter', { quarter }),
    year: words('year', { year: to.slice(0, 4) }),
  }
}

const pointOf = (
  report: AuditReport,
  unit: string | null,
  named: Pick<TrendPoint, 'period' | 'year'>,
): TrendPoint => ({
  ...named,
  unit: report.units.find(({ id, complete }) => id === unit && complete)?.score ?? null,
  average: report.totals.averageScore,
  median: report.totals.medianScore,
})

/** The part of a sealed period that a trend is drawn from. */
export type TrendPeriod = Pick<SealedPeriod, 'period' | 'report'>

/**
 * A unit's scores, or with null the city's, over sealed periods, the oldest first; `current` is a report that is not
 * sealed yet and comes last.
 */
export function trendOf(
  periods: readonly TrendPeriod[],
  current: AuditReport | null,
  unit: { readonly id: string; readonly name: string } | null,
  words: PictureWords,
): ScoreTrend {
  const points = periods.map(({ period, report }) => {
    const known = parseCircularPeriod(period)
    const named = known === null ? { period, year: '' } : periodWords(known, words)
    return pointOf(report, unit?.id ?? null, named)
  })
  const city = current?.city ?? periods.at(-1)?.report.city ?? ''
  const now = current === null ? [] : [pointOf(current, unit?.id ?? null, { period: words('now'), year: '' })]
  return { name: unit?.name ?? city, isCity: unit === null, points: [...points, ...now] }
}

/** What became of the cases of each period, the oldest first, as it stood when the last period was sealed. */
export function completionOf(
  { cases }: Pick<SealedPeriod, 'cases'>,
  words: PictureWords,
): readonly PeriodCases[] {
  const periods = [...new Set(cases.map(({ period }) => period))].sort()
  return periods.map((period) => {
    const opened = cases.filter((one) => one.period === period)
    const open = opened.filter(({ state }) => state === 'open')
    const overdue = open.filter(({ overdueWorkdays }) => (overdueWorkdays ?? 0) > 0).length
    const fixed = opened.filter(({ closedBecause }) => closedBecause === 'fixed').length
    const known = parseCircularPeriod(period)
    const named = known === null ? { period, year: '' } : periodWords(known, words)
    return {
      period: [named.year, named.period].join(''),
      fixed,
      open: open.length - overdue,
      overdue,
      withdrawn: opened.length - open.length - fixed,
    }
  })
}
