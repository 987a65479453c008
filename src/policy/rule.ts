import type { CheckId, ItemId, RuleId } from '../core/ids.ts'
import type { Bilingual } from '../core/message.ts'
import type { Severity } from '../core/outcome.ts'

/** A check applied to items, with options: data, no code. */
export interface Rule {
  readonly id: RuleId
  readonly check: CheckId
  readonly title: Bilingual
  /** Never empty. `['*']` in YAML is expanded to every item. */
  readonly items: readonly ItemId[]
  /** As the check's own schema has accepted them, defaults filled in. */
  readonly options: unknown
  readonly severity: Severity
  /** What one passed or failed subject counts, above zero. */
  readonly weight: number
  /** The most points (of 100) that this rule may cost one unit; null = no cap. */
  readonly cap: number | null
  /** The general duty or standard that the rule rests on, e.g. `五(三)`, `2015 国办发15号`. */
  readonly basis: string
}
