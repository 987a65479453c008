import type { ItemId, UnitId } from '../core/ids.ts'
import type { Movement } from '../core/movement.ts'
import { OUTCOMES } from '../core/outcome.ts'
import type { Verdict } from '../core/verdict.ts'
import type { Pack } from '../policy/pack.ts'
import type { OutcomeCounts, Scorecard } from './scorecard.ts'
import { vetoesOf } from './vetoes.ts'
import { workOut } from './work-out.ts'

/** What scorecards are worked out from. */
export interface ScoreInput {
  readonly verdicts: readonly Verdict[]
  readonly pack: Pack
  /** Every unit that owes anything, also those without a verdict. */
  readonly units: readonly UnitId[]
  readonly movements?: ReadonlyMap<UnitId, Movement>
}

/** How many verdicts had which outcome. */
export function countOutcomes(verdicts: readonly Verdict[]): OutcomeCounts {
  const count = (outcome: string): number => verdicts.filter((verdict) => verdict.outcome === outcome).length
  return Object.fromEntries(OUTCOMES.map((outcome) => [outcome, count(outcome)])) as OutcomeCounts
}

function byItem(verdicts: readonly Verdict[]): ReadonlyMap<ItemId, OutcomeCounts> {
  const groups = new Map<ItemId, Verdict[]>()
  for (const verdict of verdicts) groups.set(verdict.item, [...(groups.get(verdict.item) ?? []), verdict])
  return new Map([...groups].map(([item, list]) => [item, countOutcomes(list)]))
}

function scorecardOf(unit: UnitId, verdicts: readonly Verdict[], input: ScoreInput): Scorecard {
  const { scoring } = input.pack
  const arithmetic = workOut(verdicts, input.pack)
  const { score, passed, failed, spare, owedWeight } = arithmetic
  const coverage = owedWeight === 0 ? null : Math.round(((passed + failed) / (100 - spare)) * 10_000) / 10_000
  const complete = coverage !== null && coverage >= scoring.minimumCoverage
  const vetoes = vetoesOf(verdicts, input.pack)
  const band = score === null ? undefined : scoring.grades.find((grade) => score >= grade.from)
  const grade = !complete || score === null ? null : vetoes.length > 0 ? 'vetoed' : (band?.id ?? null)
  return {
    unit,
    score,
    coverage,
    complete,
    grade,
    rank: null,
    arithmetic,
    vetoes,
    outcomes: countOutcomes(verdicts),
    byItem: byItem(verdicts),
    movement: input.movements?.get(unit) ?? null,
  }
}

/** Complete scorecards get ranks: without a veto before with one, then by score; equal scores share a rank. */
function ranked(cards: readonly Scorecard[]): readonly Scorecard[] {
  const worth = (card: Scorecard): number => (card.grade === 'vetoed' ? -1000 : 0) + (card.score ?? 0)
  const inRank = cards.filter((card) => card.complete && card.score !== null)
  const rankOf = (card: Scorecard): number => 1 + inRank.filter((other) => worth(other) > worth(card)).length
  return cards.map((card) => (inRank.includes(card) ? { ...card, rank: rankOf(card) } : card))
}

/**
 * Scorecards of units, sorted by unit id. Score = 100 less what each rule takes in each section, up to its caps. What
 * could not be judged lowers coverage, never the score (DESIGN §4).
 */
export function scorecards(input: ScoreInput): readonly Scorecard[] {
  const groups = new Map<UnitId, Verdict[]>(input.units.map((unit) => [unit, []]))
  for (const verdict of input.verdicts) groups.get(verdict.unit)?.push(verdict)
  const sorted = [...groups].sort(([a], [b]) => (a < b ? -1 : 1))
  return ranked(sorted.map(([unit, verdicts]) => scorecardOf(unit, verdicts, input)))
}
