import type { CheckId, ItemId, RuleId } from '../core/ids.ts'
import type { LatenessThresholds } from '../core/lateness.ts'
import type { Bilingual } from '../core/message.ts'
import type { WorkCalendar } from '../core/work-calendar.ts'
import type { GeneralDuty } from './general-duty.ts'
import type { Item } from './item.ts'
import type { Rule } from './rule.ts'
import type { Scoring } from './scoring.ts'

/** A section of the policy, e.g. `2` = 五(二) 信息公开. */
export interface Section {
  readonly id: string
  readonly title: string
}

/** A whole rule pack, cross-checked: every rule names items and a check that exist. */
export interface Pack {
  readonly id: string
  readonly version: string
  readonly title: string
  /** The policy document that the clauses are quoted from. */
  readonly source: string
  /** SHA-256 of the pack's files and of the calendar's, so that a stored run can say by which rules it was judged. */
  readonly hash: string
  readonly sections: readonly Section[]
  readonly items: ReadonlyMap<ItemId, Item>
  readonly rules: ReadonlyMap<RuleId, Rule>
  /** What the findings of each check are called together; a check that one rule applies is called as the rule is. */
  readonly checkTitles: ReadonlyMap<CheckId, Bilingual>
  /** General duties of sections 二–五, in the policy's order; none where the pack has no general.yaml. */
  readonly general: readonly GeneralDuty[]
  readonly scoring: Scoring
  /** From which share of a cadence on something late is due, overdue, long overdue. */
  readonly thresholds: LatenessThresholds
  /** The working days; covers no day where there are no calendar files. */
  readonly calendar: WorkCalendar
}
