import type { Period } from '../core/day.ts'
import type { RuleId } from '../core/ids.ts'
import type { Bilingual } from '../core/message.ts'

/** What a person has to look at, because no page shows it. */
export interface ManualDuty {
  readonly reason: Bilingual
  /** How long what a person found out stays valid. */
  readonly every: Period
}

/** Who owes a general duty: every unit, or the General Office with the portal's editors. */
export type GeneralOwner = 'units' | 'office'

/** A general duty of sections 一–五, beside the numbered items: by rules, by a person, or both; never by neither. */
export interface GeneralDuty {
  /** As the policy numbers it: `四(四)`, with the sentence's number where a part has several; `末段` = its last paragraph. */
  readonly id: string
  readonly title: string
  /** The policy's words, exactly. */
  readonly clause: string
  readonly owedBy: GeneralOwner
  readonly rules: readonly RuleId[]
  readonly manual: ManualDuty | null
}
