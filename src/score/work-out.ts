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

/** Sections in which the unit owes something, with their points of 100. */
function sectionsOf(cells: readonly Cell[], scoring: Scoring): readonly Omit<SectionStep, 'points'>[] {
  const owing = [...new Set(cells.map((cell) => cell.section))]
  const shares = owing.map((section) => scoring.sections[section] ?? { weight: 1, cap: null })
  const all = sum(shares.map((share) => share.weight))
  return owing.map((section, at) => {
    const own = cells.filter((cell) => cell.section === section)
    const { weight = 1, cap = null } = shares[at] ?? {}
    const owed = sum(own.map(owedOf))
    const value = (100 * weight) / all
    const scaledCap = cap === null ? null : (100 * cap) / all
    const [passed, failed] = [weightOf(own, 'passed'), weightOf(own, 'failed')]
    return { section, weight, value, owed, passed, failed, cap: scaledCap }
  })
}

/**
 * Works a unit's score out, step by step. What a verdict is worth follows from what the unit owes, never from how other
 * verdicts ended: the sections owed share 100 points by their weights, and the verdicts due in a section share its
 * points by theirs. A rule's cap falls to the sections in proportion to what the rule is worth in each.
 */
export function workOut(verdicts: readonly Verdict[], pack: Pack): Arithmetic {
  const { scoring } = pack
  const cells = cellsOf(verdicts, pack)
  const sections = sectionsOf(cells, scoring)
  const perWeight = new Map(sections.map((one) => [one.section, one.value / one.owed]))
  const valued = (cell: Cell, weight: number): number => (perWeight.get(cell.section) ?? 0) * weight
  const worth = (part: 'passed' | 'failed' | 'open'): number =>
    sum(cells.map((cell) => valued(cell, cell.each * cell[part])))
  const ruleWorth = (rule: string): number =>
    sum(cells.filter((cell) => cell.rule === rule).map((cell) => valued(cell, owedOf(cell))))
  const failing = cells.filter((cell) => cell.failed > 0)
  const claims = failing.map((cell) => ({
    section: cell.section,
    value: valued(cell, cell.each * cell.failed),
    cap: cell.cap === null ? null : (cell.cap * valued(cell, owedOf(cell))) / ruleWorth(cell.rule),
  }))
  const owedWeight = sum(sections.map((one) => one.owed))
  const scale = scoring.minimumWeight > owedWeight ? owedWeight / scoring.minimumWeight : 1
  const [passed, failed] = [worth('passed'), worth('failed')]
  const isJudged = cells.some((cell) => cell.passed + cell.failed > 0)
  const { rate, capped, points } = isJudged
    ? settle(passed, claims, new Map(sections.map((one) => [one.section, one.cap])))
    : { rate: 0, capped: { value: 0, points: 0 }, points: [] }
  const cents = inCents(points.map((part) => part * scale))
  const lines = failing.map((cell, at): LineStep => {
    const { value = 0, cap = null } = claims[at] ?? {}
    return {
      section: cell.section,
      rule: cell.rule,
      failures: cell.failed,
      each: cell.each,
      value,
      uncapped: value * rate * scale,
      cap: cap === null ? null : cap * scale,
      points: cents[at] ?? 0,
    }
  })
  const lost = hundredths(sum(cents))
  return {
    sections: sections.map((one) => ({
      ...one,
      cap: one.cap === null ? null : one.cap * scale,
      points: hundredths(
        sum(lines.filter((line) => line.section === one.section).map((line) => line.points)),
      ),
    })),
    lines,
    passed,
    failed,
    unjudged: worth('open'),
    owedWeight,
    minimumWeight: scoring.minimumWeight,
    scale,
    capped,
    rate: rate * scale,
    lost,
    score: isJudged ? hundredths(100 - lost) : null,
  }
}
