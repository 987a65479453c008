import type * as z from 'zod'
import type { Address } from '../core/address.ts'
import type { Day } from '../core/day.ts'
import type { EventKind } from '../core/event-kind.ts'
import type { CheckId } from '../core/ids.ts'
import type { LatenessThresholds } from '../core/lateness.ts'
import type { Message, MessageData } from '../core/message.ts'
import type { Stage } from '../core/service-parts.ts'
import type { Evidence } from '../core/verdict.ts'
import type { WorkCalendar } from '../core/work-calendar.ts'
import type { FactName, Facts } from '../facts/facts.ts'
import type { CadenceKind } from '../policy/cadence.ts'
import type { BoundUnit } from '../policy/cadences-of.ts'
import type { Item } from '../policy/item.ts'

/** A defect as a check sees it; the judge adds the fingerprints. */
export interface Defect<M extends string = string> {
  readonly message: M
  readonly data: MessageData
  /** The address at fault, where it is not the subject's own. */
  readonly address?: Address
  /** Tells apart several defects of one subject that have no address of their own: an element's or stage's name. */
  readonly aspect?: string
  /** Identity of a fault that stands on several pages, so that a city counts it once: the host and the link. */
  readonly fault?: string
  readonly evidence: readonly Evidence[]
}

/** What a check answers. `cantTell`, `inapplicable` and `untested` say why, by a message of the check. */
export type Judgement<M extends string = string> =
  | { readonly outcome: 'passed' }
  | { readonly outcome: 'failed'; readonly defects: readonly [Defect<M>, ...Defect<M>[]] }
  | {
      readonly outcome: 'cantTell' | 'inapplicable' | 'untested'
      readonly message: M
      readonly data: MessageData
    }

/** An event after which a duty has to show something new, as the registry has it. */
export interface DutyEvent {
  readonly id: string
  readonly kind: EventKind
  readonly name: string
  readonly aliases: readonly string[]
  /** The day on which it happened. */
  readonly on: Day
}

/** What a check is told about its subject, beside the facts that it declared. */
export interface SubjectView {
  readonly item: Item
  readonly unitName: string
  /** The unit, as cadences may ask for it. */
  readonly unit: BoundUnit
  /** Events of the duty, in the order of the registry. */
  readonly events: readonly DutyEvent[]
  /** The stage, when the subject is a service's stage address. */
  readonly stage: Stage | null
  /** In which role the subject's address was registered, when the subject is an address. */
  readonly role: 'portal' | 'unit' | Stage | null
  /** How many columns and services are registered for the duty. */
  readonly registered: number
  /** The subject's address; null for a duty or a service. */
  readonly address: Address | null
}

/** What judging by time needs. */
export interface Times {
  /** The day that is judged. */
  readonly asOf: Day
  readonly calendar: WorkCalendar
  readonly thresholds: LatenessThresholds
}

/** One question put to a check. */
export interface Question<Needs extends FactName, Options> extends Times {
  readonly subject: SubjectView
  readonly facts: Pick<Facts, Needs>
  readonly options: Options
}

/** What kind of subject a check judges: see `plan/subject.ts`. */
export type CheckSubject = 'duty' | 'column' | 'address' | 'service'

/** Code that judges one kind of fault: pure, and blind to every fact that it does not declare. */
export interface Check<
  Needs extends FactName = FactName,
  Schema extends z.ZodType = z.ZodType,
  M extends string = string,
> {
  /** A noun in the failing form: `stale-column`. The file has the same name. */
  readonly id: CheckId
  readonly subject: CheckSubject
  readonly needs: readonly Needs[]
  readonly options: Schema
  /** Kinds of cadence by which it judges; an item that it is applied to has at least one of them. */
  readonly cadences?: readonly CadenceKind[]
  /** Which subjects the check is about (W3C ACT: Applicability). */
  readonly applicability: string
  /** What must be true of them (W3C ACT: Expectation). */
  readonly expectation: string
  /** What is taken for granted (W3C ACT: Assumptions). */
  readonly assumptions: string
  readonly messages: Readonly<Record<M, Message>>
  judge(question: Question<Needs, z.output<Schema>>): Judgement<M>
}

/** Declares a check; its needs, options and message ids are inferred and hold inside `judge`. */
export const defineCheck = <Needs extends FactName, Schema extends z.ZodType, M extends string>(
  check: Check<Needs, Schema, M>,
): Check<Needs, Schema, M> => check

/** The subject meets the expectation. */
export const passed = (): { readonly outcome: 'passed' } => ({ outcome: 'passed' })

/** The subject fails, with at least one defect. */
export const failed = <M extends string>(first: Defect<M>, ...more: Defect<M>[]): Judgement<M> => ({
  outcome: 'failed',
  defects: [first, ...more],
})

/** We looked and cannot say; lowers coverage, never the score. */
export const cantTell = <M extends string>(message: M, data: MessageData = {}): Judgement<M> => ({
  outcome: 'cantTell',
  message,
  data,
})

/** The check does not concern this subject. */
export const inapplicable = <M extends string>(message: M, data: MessageData = {}): Judgement<M> => ({
  outcome: 'inapplicable',
  message,
  data,
})

/** What the check needs was not asked for; lowers coverage. */
export const untested = <M extends string>(message: M, data: MessageData = {}): Judgement<M> => ({
  outcome: 'untested',
  message,
  data,
})
