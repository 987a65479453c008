import type { ItemId, UnitId } from '../core/ids.ts'
import type { Movement } from '../core/movement.ts'
import { OUTCOMES } from '../core/outcome.ts'
import type { Verdict } from '../core/verdict.ts'
import type { Pack } from '../policy/pack.ts'
import type { Rule } from '../policy/rule.ts'
import type { Deduction, OutcomeCounts, Scorecard } from './scorecard.ts'

/** What scorecards are worked out from. */
export interface ScoreInput {
  readonly verdicts: readonly Verdict[]
  readonly pack: Pack
  /** Every unit that owes anything, also those without a verdict. */
  readonly units: readonly UnitId[]
  readonly movements?: ReadonlyMap<UnitId, Movement>
}

/** Points are kept to the hundredth, rounded once each, so that what is printed adds up. */
const hundredths = (value: number): number => Math.round(value * 100) / 100

/** How many verdicts had which outcome. */
export function countOutcomes(verdicts: readonly Verdict[]): OutcomeCounts {
  const count = (outcome: string): number => verdicts.filter((verdict) => verdict.outcome === outcome).length
  return Object.fromEntries(OUTCOMES.map((outcome) => [outcome, count(outcome)])) as OutcomeCounts
}

const weigh = (verdicts: readonly Verdict[], rules: Pack['rules'], ...outcomes: readonly string[]): number =>
  verdicts
    .filter((verdict) => outcomes.includes(verdict.outcome))
    .reduce((sum, verdict) => sum + (rules.get(verdict.rule)?.weight ?? 0), 0)

function deductionOf(
  rule: Rule,
  verdicts: readonly Verdict[],
  judged: number,
  rules: Pack['rules'],
): readonly Deduction[] {
  const failedWeight = weigh(
    verdicts.filter((verdict) => verdict.rule === rule.id),
    rules,
    'failed',
  )
  if (failedWeight === 0) return []
  const uncapped = hundredths((100 * failedWeight) / judged)
  return [
    {
      rule: rule.id,
      failedWeight,
      uncapped,
      points: rule.cap === null ? uncapped : Math.min(uncapped, rule.cap),
    },
  ]
}

function byItem(verdicts: readonly Verdict[]): ReadonlyMap<ItemId, OutcomeCounts> {
  const groups = new Map<ItemId, Verdict[]>()
  for (const verdict of verdicts) groups.set(verdict.item, [...(groups.get(verdict.item) ?? []), verdict])
  return new Map([...groups].map(([item, list]) => [item, countOutcomes(list)]))
}

function scorecardOf(unit: UnitId, verdicts: readonly Verdict[], input: ScoreInput): Scorecard {
  const { rules, scoring } = input.pack
  const passedWeight = weigh(verdicts, rules, 'passed')
  const failedWeight = weigh(verdicts, rules, 'failed')
  const judged = passedWeight + failedWeight
  const due = judged + weigh(verdicts, rules, 'cantTell', 'untested')
  const coverage = due === 0 ? null : Math.round((judged / due) * 10_000) / 10_000
  const deductions = [...rules.values()].flatMap((rule) => deductionOf(rule, verdicts, judged, rules))
  const lost = deductions.reduce((sum, deduction) => sum + deduction.points, 0)
  const score = judged === 0 ? null : Math.max(0, hundredths(100 - lost))
  const complete = coverage !== null && coverage >= scoring.minimumCoverage
  const failedRules = new Set(verdicts.filter((one) => one.outcome === 'failed').map((one) => one.rule))
  const vetoes = [...rules.values()]
    .filter((rule) => rule.severity === 'veto' && failedRules.has(rule.id))
    .map((rule) => rule.id)
  const band = score === null ? undefined : scoring.grades.find((grade) => score >= grade.from)
  const grade = !complete || score === null ? null : vetoes.length > 0 ? 'vetoed' : (band?.id ?? null)
  return {
    unit,
    score,
    coverage,
    complete,
    grade,
    rank: null,
    passedWeight,
    failedWeight,
    deductions,
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
 * Scorecards of units, sorted by unit id. Score = 100 less what each rule takes: its failed weight as a share of the
 * unit's judged weight, up to the rule's cap. What could not be judged lowers coverage, never the score (DESIGN §4).
 */
export function scorecards(input: ScoreInput): readonly Scorecard[] {
  const groups = new Map<UnitId, Verdict[]>(input.units.map((unit) => [unit, []]))
  for (const verdict of input.verdicts) groups.get(verdict.unit)?.push(verdict)
  const sorted = [...groups].sort(([a], [b]) => (a < b ? -1 : 1))
  return ranked(sorted.map(([unit, verdicts]) => scorecardOf(unit, verdicts, input)))
}
