import { EXIT, InputError } from '../core/errors.ts'
import { nearestHint, unitFinder } from '../registry/find-unit.ts'
import type { AuditReport, UnitReport } from '../report/audit-report.ts'
import type { Config } from './config.ts'
import { rejudge } from './rejudge.ts'

/** How a unit's score came about, with what the steps are measured against. */
export interface ScoreExplanation {
  readonly run: string
  readonly asOf: string
  readonly minimumCoverage: number
  readonly grades: AuditReport['grades']
  readonly unit: Pick<
    UnitReport,
    'id' | 'name' | 'score' | 'coverage' | 'complete' | 'grade' | 'rank' | 'arithmetic' | 'vetoes'
  >
}

/**
 * The arithmetic of a unit's score in a stored run: the very steps that its scorecard shows. The unit by its id, name or
 * an alias. Throws {@link InputError} for an unknown unit or run, and for a unit that the run did not judge.
 */
export async function explainScore(config: Config, words: string, runId: string): Promise<ScoreExplanation> {
  const { run, pack, registry, report } = await rejudge(config, runId)
  const found = unitFinder(registry.units)(words)
  const unit = report.units.find((one) => one.id === found?.id)
  if (unit === undefined) {
    const message =
      found === null
        ? `没有单位“${words}”/ no unit ${words}; give an id, name or alias of units.csv.${nearestHint(words, registry.units)}`
        : `检查 ${run.id} 未涉及${found.name}/ run ${run.id} did not judge ${found.name}; audit it, or name another run with --run.`
    throw new InputError([{ file: 'units.csv', message }], EXIT.usage)
  }
  const { id, name, score, coverage, complete, grade, rank, arithmetic, vetoes } = unit
  return {
    run: run.id,
    asOf: run.asOf,
    minimumCoverage: pack.scoring.minimumCoverage,
    grades: report.grades,
    unit: { id, name, score, coverage, complete, grade, rank, arithmetic, vetoes },
  }
}
