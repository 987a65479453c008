import type { Address } from './address.ts'
import type { CheckId, Fingerprint, ItemId, MessageId, ObservationId, RuleId, UnitId } from './ids.ts'
import type { MessageData } from './message.ts'
import type { Outcome } from './outcome.ts'

/** What was seen, and where to see it again. */
export interface Evidence {
  readonly observation: ObservationId
  /** Words of the page, short. */
  readonly quote?: string
  /** Where in the page: a heading, a link's text, a form's number. */
  readonly locator?: string
}

/** What a verdict is about. `key` is unique among the subjects of one unit and item. */
export interface SubjectRef {
  readonly kind: 'duty' | 'column' | 'address' | 'service'
  readonly key: string
  /** What a clerk calls it: the column's or service's name, with the stage where there is one. */
  readonly label: string
  /** The address that is judged; null for a duty with nothing registered. */
  readonly address: Address | null
}

/** One defect inside a failed verdict. */
export interface Finding {
  readonly fingerprint: Fingerprint
  /** Identity of the fault itself, the same for every unit and item that shares it (DESIGN §5.10). */
  readonly fault: Fingerprint
  readonly message: MessageId
  readonly data: MessageData
  /** The address at fault, tokens stripped; null where the fault is that there is none. */
  readonly address: Address | null
  readonly evidence: readonly Evidence[]
}

/** Why a verdict is neither passed nor failed, as a message of the check or of the judge. */
export interface Reason {
  readonly message: MessageId
  readonly data: MessageData
}

/** The outcome of one rule on one subject: one per rule × subject, passes too. */
export interface Verdict {
  readonly rule: RuleId
  readonly check: CheckId
  readonly unit: UnitId
  readonly item: ItemId
  readonly subject: SubjectRef
  readonly outcome: Outcome
  /** Present for cantTell, inapplicable and untested. */
  readonly reason: Reason | null
  /** Not empty exactly when the outcome is `failed`. */
  readonly findings: readonly Finding[]
}
