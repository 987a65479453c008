import type { RuleId } from '../core/ids.ts'
import type { Bilingual } from '../core/message.ts'
import type { Severity } from '../core/outcome.ts'

/** A grade and the lowest score (0–100) that earns it. */
export interface GradeBand {
  readonly id: string
  readonly name: Bilingual
  readonly from: number
}

/** What a section of the policy counts. */
export interface SectionScoring {
  /** Its part of a score, beside those of the other sections; those that a unit does not owe are left out. */
  readonly weight: number
  /** How much of its weight the section may cost at most; scaled with it. Null = no cap. */
  readonly cap: number | null
}

/** So many failures of these rules fail the unit, whatever its score. */
export interface Veto {
  readonly id: string
  readonly title: Bilingual
  readonly rules: readonly RuleId[]
  /** From how many failed columns, addresses or services on. */
  readonly failures: number
  /** The standard that the veto rests on. */
  readonly basis: string
}

/** How verdicts become a score: data of the pack. */
export interface Scoring {
  /** Times what a verdict counts of a rule of this severity. */
  readonly severities: Readonly<Record<Severity, number>>
  /** By section id; every section of the pack has an entry. */
  readonly sections: Readonly<Record<string, SectionScoring>>
  /** A unit that owes less weight than this is scored as if it owed the rest and had passed it: one failure of few is not half a score. */
  readonly minimumWeight: number
  readonly vetoes: readonly Veto[]
  /** From best to worst; the last one starts at 0. */
  readonly grades: readonly GradeBand[]
  /** Share of weight (0–1) that must have been judged for a scorecard to be complete. */
  readonly minimumCoverage: number
}
