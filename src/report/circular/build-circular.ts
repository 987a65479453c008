import { type CircularPeriod, daysOfPeriod, periodName } from '../../core/circular-period.ts'
import type { Day } from '../../core/day.ts'
import type { Bilingual } from '../../core/message.ts'
import { UNIT_KINDS } from '../../core/unit-kind.ts'
import { workdaysBetween } from '../../core/work-calendar.ts'
import type { AuditReport } from '../audit-report.ts'
import type { SealedPeriod } from '../sealed-shape.ts'
import type { CircularInput } from './circular-input.ts'
import type { Circular } from './circular-shape.ts'
import { commendedOf } from './commended.ts'
import { lateUnits } from './late-units.ts'
import { isRanked, passes, passMarkOf, passRateOf } from './pass-rate.ts'
import { listedProblems, problemsOf } from './problems.ts'
import { bestOf, improvedOf, rankingOf } from './ranking.ts'
import { countStandings, earlierCases, periodBefore } from './standing.ts'

/** A period as documents show it. */
export const periodReport = (sealed: SealedPeriod): Circular['period'] => {
  const period = sealed.period as CircularPeriod
  return { id: sealed.period, name: periodName(period), ...daysOfPeriod(period) }
}

function scopeOf({ report, ...sealed }: SealedPeriod): Circular['scope'] {
  const { totals } = report
  const setAside = (decision: string): number =>
    report.units.flatMap((unit) => unit.setAside.filter(({ review }) => review.decision === decision)).length
  return {
    units: report.units.length,
    ranked: report.units.filter(isRanked).length,
    incomplete: report.units.filter((unit) => !isRanked(unit)).map(({ id, name }) => ({ unit: id, name })),
    minimumCoverage: sealed.minimumCoverage,
    duties: totals.duties,
    coverage: totals.coverage,
    findings: totals.findings,
    faults: totals.faults,
    waived: totals.waived,
    dismissed: setAside('dismissed'),
    deferred: setAside('deferred'),
  }
}

function scoresOf({ totals, units }: AuditReport): Circular['scores'] {
  const scores = units.filter(isRanked).map((unit) => unit.score)
  return {
    average: totals.averageScore,
    median: totals.medianScore,
    highest: scores.length === 0 ? null : Math.max(...scores),
    lowest: scores.length === 0 ? null : Math.min(...scores),
  }
}

const VETOED: Bilingual = { zh: '单项否决', en: 'vetoed' }

function gradesOf({ grades, units }: AuditReport): Circular['grades'] {
  const vetoed = units.filter((unit) => isRanked(unit) && unit.grade.id === 'vetoed').length
  const bands = grades.map(({ name, units: count }) => ({ name, units: count }))
  return vetoed === 0 ? bands : [...bands, { name: VETOED, units: vetoed }]
}

function passingOf(sealed: SealedPeriod, before: SealedPeriod | null): Circular['passing'] {
  const { report } = sealed
  const mark = passMarkOf(report)
  const failing = report.units.filter(isRanked).filter((unit) => !passes(unit, mark))
  return {
    mark,
    now: passRateOf(report, report.units),
    failing: failing.map(({ id, name, score, vetoes }) => ({
      unit: id,
      name,
      score,
      vetoes: vetoes.map((veto) => veto.title),
    })),
    byKind: UNIT_KINDS.flatMap((kind) => {
      const units = report.units.filter((unit) => unit.kind === kind)
      const earlier = before?.report.units.filter((unit) => unit.kind === kind) ?? []
      if (units.length === 0) return []
      const then = before === null || earlier.length === 0 ? null : passRateOf(before.report, earlier)
      return [{ kind, units: units.length, now: passRateOf(report, units), before: then }]
    }),
  }
}

function beforeOf(sealed: SealedPeriod, before: SealedPeriod | null): Circular['before'] {
  if (before === null) return null
  const { averageScore, medianScore } = before.report.totals
  return {
    period: periodReport(before),
    average: averageScore,
    median: medianScore,
    passing: passRateOf(before.report, before.report.units),
    samePack: before.report.pack.hash === sealed.report.pack.hash,
  }
}

/** 发文字号: the year in 六角括号, no leading zero, no 第 (GB/T 9704-2012, 7.2.5). */
const documentNumber = (prefix: string, issuedOn: Day, number: number): string =>
  `${prefix}〔${issuedOn.slice(0, 4)}〕${number}号`

/** Every number and list of a period's circular. Pure: the same sealed periods make the same circular. */
export function buildCircular(input: CircularInput): Circular {
  const { sealed, earlier, office, number, issuedOn } = input
  const { report } = sealed
  const before = periodBefore(sealed, earlier)
  const cases = earlierCases(sealed, before)
  const [ranking, late] = [rankingOf(sealed, before), lateUnits(sealed)]
  return {
    schema: 'portal-audit/circular',
    version: 1,
    city: report.city,
    period: periodReport(sealed),
    edition: sealed.edition,
    replaces: sealed.replaces,
    issuedOn,
    number: number === null ? null : documentNumber(office.numberPrefix, issuedOn, number),
    office,
    run: { id: report.run.id, asOf: report.run.asOf, sealedOn: sealed.sealedOn },
    pack: {
      title: report.pack.title,
      version: report.pack.version,
      source: report.pack.source,
      hash: report.pack.hash,
    },
    warnings: sealed.warnings,
    scope: scopeOf(sealed),
    scores: scoresOf(report),
    grades: gradesOf(report),
    passing: passingOf(sealed, before),
    before: beforeOf(sealed, before),
    recheck: { last: countStandings(cases.last), older: countStandings(cases.older) },
    best: bestOf(ranking),
    improved: improvedOf(ranking),
    problems: problemsOf(report),
    requirements: {
      workdays: sealed.rectificationWorkdays,
      dueOn: sealed.dueOn,
      workdaysLeft:
        sealed.dueOn === null ? null : workdaysBetween(input.calendar, issuedOn, sealed.dueOn as Day),
    },
    ranking,
    list: listedProblems(report),
    late,
    commended: commendedOf(ranking, cases.last, late),
  }
}
