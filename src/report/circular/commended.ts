import type { CaseReport } from '../case-shape.ts'
import type { Circular } from './circular-shape.ts'
import { bestOf, improvedOf, type RankedLine } from './ranking.ts'
import { standingOf } from './standing.ts'

type Commended = Circular['commended'][number]

/** Units all of whose problems of the period before were found mended. */
function rectified(cases: readonly CaseReport[]): ReadonlySet<string> {
  const counted = cases.filter((one) => standingOf(one) !== 'withdrawn')
  const units = new Set(counted.map((one) => one.unit))
  for (const one of counted) if (standingOf(one) !== 'fixed') units.delete(one.unit)
  return units
}

/**
 * Whom the circular praises, and for what, by rank: only units that are ranked and pass, and nobody whose rectification
 * is late.
 */
export function commendedOf(
  ranking: readonly RankedLine[],
  lastCases: readonly CaseReport[],
  late: Circular['late'],
): readonly Commended[] {
  const [best, improved, mended] = [bestOf(ranking), improvedOf(ranking), rectified(lastCases)]
  return ranking.flatMap((line) => {
    const reasons: Commended['reasons'] = [
      ...(best.includes(line) ? (['best'] as const) : []),
      ...(improved.includes(line) ? (['improved'] as const) : []),
      ...(mended.has(line.unit) ? (['rectified'] as const) : []),
    ]
    const worthy = line.passes && reasons.length > 0 && !late.some((one) => one.unit === line.unit)
    return worthy ? [{ unit: line.unit, name: line.name, score: line.score, reasons }] : []
  })
}
