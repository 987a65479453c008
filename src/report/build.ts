import type { Verdict } from '../core/verdict.ts'
import { averageScore, countFaults, medianScore } from '../score/city.ts'
import { countOutcomes } from '../score/scorecards.ts'
import type { AuditReport, ReportInput, UnitReport } from './audit-report.ts'
import { DOUBTS } from './doubts.ts'
import { messageRenderer } from './messages.ts'
import { suspectReport } from './suspect-report.ts'
import { movementCounts, unitReport } from './unit-report.ts'

const inOrder = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

const byRank = (a: UnitReport, b: UnitReport): number =>
  (a.rank ?? Number.MAX_SAFE_INTEGER) - (b.rank ?? Number.MAX_SAFE_INTEGER) || inOrder(a.id, b.id)

const sortKey = (verdict: Verdict): string =>
  [verdict.item.padStart(5), verdict.rule, verdict.subject.key].join('\n')

/** In the order of their verdicts, whose keys are made once. */
function inOrderOf<One>(list: readonly One[], verdictOf: (one: One) => Verdict): readonly One[] {
  const keyed = list.map((one) => ({ one, key: sortKey(verdictOf(one)) }))
  return keyed.sort((a, b) => inOrder(a.key, b.key)).map(({ one }) => one)
}

function coverageOf({
  passed,
  failed,
  cantTell,
  untested,
}: AuditReport['totals']['outcomes']): number | null {
  const due = passed + failed + cantTell + untested
  return due === 0 ? null : Math.round(((passed + failed) / due) * 10_000) / 10_000
}

function sectionsOf(input: ReportInput): AuditReport['sections'] {
  return input.pack.sections.map(({ id, title }) => {
    const verdicts = input.verdicts.filter((verdict) => input.pack.items.get(verdict.item)?.section === id)
    return { id, title, outcomes: countOutcomes(verdicts), faults: countFaults(verdicts) }
  })
}

function checksOf(input: ReportInput): AuditReport['checks'] {
  return [...input.pack.checkTitles].map(([check, title]) => {
    const verdicts = input.verdicts.filter((verdict) => verdict.check === check)
    const failing = verdicts.filter((verdict) => verdict.outcome === 'failed')
    return {
      check,
      title,
      findings: failing.reduce((sum, verdict) => sum + verdict.findings.length, 0),
      faults: countFaults(failing),
      units: new Set(failing.map((verdict) => verdict.unit)).size,
      cantTell: countOutcomes(verdicts).cantTell,
    }
  })
}

/** The one document that every format renders. Its order does not depend on that of the input. */
export function buildReport(input: ReportInput): AuditReport {
  const render = messageRenderer(input.catalogue)
  const sorted = inOrderOf(input.verdicts, (verdict) => verdict)
  const waived = inOrderOf(input.waived, (one) => one.verdict)
  const setAside = inOrderOf(input.setAside, (one) => one.verdict)
  const cards = input.scorecards
  const units = cards
    .map((card) =>
      unitReport(
        card,
        sorted.filter((verdict) => verdict.unit === card.unit),
        waived.filter(({ verdict }) => verdict.unit === card.unit),
        setAside.filter(({ verdict }) => verdict.unit === card.unit),
        input,
        render,
      ),
    )
    .sort(byRank)
  const outcomes = countOutcomes(input.verdicts)
  const observations = [...input.observations.values()]
  return {
    schema: 'portal-audit/report',
    version: 1,
    run: {
      id: input.run.id,
      startedAt: new Date(input.run.startedAt).toISOString(),
      asOf: input.run.asOf,
      reliable: input.run.reliable,
      doubts: input.run.doubts.map(({ message, data }) => ({
        id: message,
        text: render(DOUBTS, message, 'text', data),
      })),
      previous: input.previousRun,
    },
    city: input.run.city,
    pack: {
      id: input.pack.id,
      version: input.pack.version,
      title: input.pack.title,
      source: input.pack.source,
      hash: input.pack.hash,
    },
    totals: {
      units: cards.length,
      duties: input.duties.length,
      verdicts: input.verdicts.length,
      outcomes,
      findings: units.reduce((sum, unit) => sum + unit.findings.length, 0),
      waived: waived.length,
      setAside: setAside.length,
      faults: countFaults(input.verdicts),
      addresses: new Set(observations.filter((one) => one.purpose === 'visit').map((one) => one.address))
        .size,
      requests: observations.reduce((sum, one) => sum + one.attempts + one.hops.length, 0),
      averageScore: averageScore(cards),
      medianScore: medianScore(cards),
      coverage: coverageOf(outcomes),
    },
    grades: input.pack.scoring.grades.map((grade) => ({
      ...grade,
      units: cards.filter((card) => card.grade === grade.id).length,
    })),
    sections: sectionsOf(input),
    checks: checksOf(input),
    movement: movementCounts(input.movement),
    suspects: input.suspects.map(suspectReport),
    units,
  }
}
