import type { Verdict } from '../core/verdict.ts'
import type { Pack } from '../policy/pack.ts'
import type { Scoring } from '../policy/scoring.ts'
import type { Arithmetic, LineStep, SectionStep } from './arithmetic.ts'
import { settle } from './caps.ts'
import { hundredths, inCents } from './cents.ts'
import { type Cell, cellsOf } from './weights.ts'

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0)
const owedOf = ({ each, passed, failed, open }: Cell): number => each * (passed + failed + open)
const weightOf = (cells: readonly Cell[], part: 'passed' | 'failed'): number =>
  sum(cells.map((cell) => cell.each * cell[part]))

type Section = Omit<SectionStep, 'points'>

/** Sections in which the unit owes something; by their weights they share these points. */
function sectionsOf(cells: readonly Cell[], scoring: Scoring, shared: number): readonly Section[] {
  const owing = [...new Set(cells.map((cell) => cell.section))]
  const shares = owing.map((section) => scoring.sections[section] ?? { weight: 1, cap: null })
  const all = sum(shares.map((share) => share.weight))
  return owing.map((section, at) => {
    const own = cells.filter((cell) => cell.section === section)
    const { weight = 1, cap = null } = shares[at] ?? {}
    return {
      section,
      weight,
      value: (shared * weight) / all,
      owed: sum(own.map(owedOf)),
      passed: weightOf(own, 'passed'),
      failed: weightOf(own, 'failed'),
      cap: cap === null ? null : (shared * cap) / all,
    }
  })
}

/** Points that a weight in a cell is worth. */
type Value = (cell: Cell, weight: number) => number

/** Each rule's failed weight in each section, and the part of the rule's cap that falls to it. */
function claimsOf(cells: readonly Cell[], valued: Value) {
  const worth = (rule: string): number =>
    sum(cells.filter((cell) => cell.rule === rule).map((cell) => valued(cell, owedOf(cell))))
  return cells
    .filter((cell) => cell.failed > 0)
    .map((cell) => ({
      cell,
      section: cell.section,
      value: valued(cell, cell.each * cell.failed),
      cap: cell.cap === null ? null : (cell.cap * valued(cell, owedOf(cell))) / worth(cell.rule),
    }))
}

/** Points in hundredths, by sections first: so no section costs a hundredth for each of its lines more than it may. */
function centsOf(
  points: readonly number[],
  claims: readonly { readonly section: string }[],
  sections: readonly Section[],
): readonly number[] {
  const within = sections.map(({ section }) =>
    points.flatMap((one, at) => (claims[at]?.section === section ? [{ at, points: one }] : [])),
  )
  const wholes = inCents(within.map((lines) => sum(lines.map((line) => line.points))))
  const cents: number[] = points.map(() => 0)
  for (const [place, lines] of within.entries()) {
    const rounded = inCents(
      lines.map((line) => line.points),
      wholes[place],
    )
    for (const [rank, { at }] of lines.entries()) cents[at] = rounded[rank] ?? 0
  }
  return cents
}

/**
 * Works a unit's score out, step by step. What a verdict is worth follows from what the unit owes, never from how other
 * verdicts ended: the sections owed share 100 points by their weights, and the verdicts due in a section share its
 * points by theirs. A rule's cap falls to the sections in proportion to what the rule is worth in each. Where a unit owes
 * less than the minimum weight, the sections share less than 100 points, and the rest counts as passed.
 */
export function workOut(verdicts: readonly Verdict[], pack: Pack): Arithmetic {
  const { minimumWeight } = pack.scoring
  const cells = cellsOf(verdicts, pack)
  const owedWeight = sum(cells.map(owedOf))
  const spare = minimumWeight > owedWeight ? 100 * (1 - owedWeight / minimumWeight) : 0
  const sections = sectionsOf(cells, pack.scoring, 100 - spare)
  const perWeight = new Map(sections.map((one) => [one.section, one.value / one.owed]))
  const valued: Value = (cell, weight) => (perWeight.get(cell.section) ?? 0) * weight
  const worth = (part: 'passed' | 'failed' | 'open'): number =>
    sum(cells.map((cell) => valued(cell, cell.each * cell[part])))
  const claims = claimsOf(cells, valued)
  const passed = worth('passed')
  const isJudged = cells.some((cell) => cell.passed + cell.failed > 0)
  const { rate, capped, points } = isJudged
    ? settle(passed + spare, claims, new Map(sections.map((one) => [one.section, one.cap])))
    : { rate: 0, capped: { value: 0, points: 0 }, points: [] }
  const cents = centsOf(points, claims, sections)
  const lines = claims.map(({ cell, value, cap }, at): LineStep => {
    const { section, rule, failed, each } = cell
    return {
      section,
      rule,
      failures: failed,
      each,
      value,
      uncapped: value * rate,
      cap,
      points: cents[at] ?? 0,
    }
  })
  const costOf = (some: readonly LineStep[]): number => hundredths(sum(some.map((line) => line.points)))
  const lost = costOf(lines)
  return {
    sections: sections.map((one) => ({
      ...one,
      points: costOf(lines.filter((line) => line.section === one.section)),
    })),
    lines,
    passed,
    failed: worth('failed'),
    unjudged: worth('open'),
    owedWeight,
    minimumWeight,
    spare,
    capped,
    rate,
    lost,
    score: isJudged ? hundredths(100 - lost) : null,
  }
}
