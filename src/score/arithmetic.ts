import type { RuleId } from '../core/ids.ts'

/** A section's part of a score. Weights are what verdicts count; values are points of 100. */
export interface SectionStep {
  readonly section: string
  /** As the pack has it, beside the other sections that the unit owes. */
  readonly weight: number
  /** The section's points of 100, after the sections that the unit does not owe are left out. */
  readonly value: number
  /** Weight of everything that was due: judged or not. */
  readonly owed: number
  readonly passed: number
  readonly failed: number
  /** The most points that the section may cost; null = no cap. */
  readonly cap: number | null
  /** Points that the section costs: the sum of its lines. */
  readonly points: number
}

/** What one rule costs in one section. */
export interface LineStep {
  readonly section: string
  readonly rule: RuleId
  /** Failed verdicts, and what each counts: the rule's weight × that of its severity. */
  readonly failures: number
  readonly each: number
  /** Points of 100 that the failed weight is worth: value of the section × failed weight ÷ owed weight. */
  readonly value: number
  /** Points before any cap: value × rate. */
  readonly uncapped: number
  /** The rule's cap, as far as it falls to this section; null = no cap. */
  readonly cap: number | null
  /** Points taken off. */
  readonly points: number
}

/** How a score came about, step by step. The score is 100 less the points of the lines, to the hundredth. */
export interface Arithmetic {
  readonly sections: readonly SectionStep[]
  readonly lines: readonly LineStep[]
  /** Points of 100 that the passed, the failed and the unjudged weight are worth; with `spare` they make 100. */
  readonly passed: number
  readonly failed: number
  readonly unjudged: number
  /** Owed weight and the least that counts in full. */
  readonly owedWeight: number
  readonly minimumWeight: number
  /** Points that stay with a unit of few duties, so that one failure is not half its score: 100 × (1 − owed ÷ minimum weight), at least 0. */
  readonly spare: number
  /** Of the failed value, what reached a cap, and what it costs. */
  readonly capped: { readonly value: number; readonly points: number }
  /**
   * Points that a point of value costs: what caps leave of 100, shared by what passed, what is spare, and what failed
   * without reaching a cap: (100 − capped points) ÷ (passed + failed + spare − capped value). 1 where everything was
   * judged and no cap was reached.
   */
  readonly rate: number
  /** Points of all lines. */
  readonly lost: number
  /** 100 − lost; null when nothing could be judged. */
  readonly score: number | null
}
