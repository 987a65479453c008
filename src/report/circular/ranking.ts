import { hundredths } from '../../score/cents.ts'
import type { SealedPeriod } from '../sealed-shape.ts'
import type { Circular } from './circular-shape.ts'
import { isRanked, passes, passMarkOf, type RankedUnit } from './pass-rate.ts'

/** A line of the ranking. */
export type RankedLine = Circular['ranking'][number]

/** The ranked units, the best first, each beside what it was in the period before. */
export function rankingOf(sealed: SealedPeriod, before: SealedPeriod | null): readonly RankedLine[] {
  const mark = passMarkOf(sealed.report)
  const earlier = new Map<string, RankedUnit>(
    before?.report.units.filter(isRanked).map((unit) => [unit.id, unit]) ?? [],
  )
  return sealed.report.units.filter(isRanked).map((unit) => {
    const then = earlier.get(unit.id)
    return {
      rank: unit.rank,
      unit: unit.id,
      name: unit.name,
      kind: unit.kind,
      score: unit.score,
      coverage: unit.coverage,
      grade: unit.grade.name,
      passes: passes(unit, mark),
      findings: unit.findings.length,
      previousRank: then?.rank ?? null,
      change: then === undefined ? null : hundredths(unit.score - then.score),
    }
  })
}

/** How many units a circular praises for each reason, but for those that share the last place. */
const PRAISED = 5

/** The first of a sorted list, with those that are level with the last of them; nobody when too many are level. */
function foremost(lines: readonly RankedLine[], worth: (line: RankedLine) => number): readonly RankedLine[] {
  const last = lines[Math.min(PRAISED, lines.length) - 1]
  if (last === undefined) return []
  const level = lines.filter((line) => worth(line) >= worth(last))
  return level.length <= PRAISED * 2 ? level : lines.filter((line) => worth(line) > worth(last))
}

/** The best of those that pass. */
export const bestOf = (ranking: readonly RankedLine[]): readonly RankedLine[] =>
  foremost(
    ranking.filter((line) => line.passes),
    (line) => line.score,
  )

/** Those whose score rose most, of those that pass; none where no score can be compared. */
export const improvedOf = (ranking: readonly RankedLine[]): readonly RankedLine[] =>
  foremost(
    ranking
      .filter((line) => line.passes && (line.change ?? 0) > 0)
      .sort((a, b) => (b.change ?? 0) - (a.change ?? 0) || a.rank - b.rank),
    (line) => line.change ?? 0,
  )
