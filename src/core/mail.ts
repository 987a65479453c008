import type { CircularPeriod } from './circular-period.ts'
import type { Day } from './day.ts'
import type { UnitId } from './ids.ts'
import type { Rank } from './rectification.ts'

/** What a mail is about: a unit's sheet for a period, or cases of a period that are overdue. */
export type MailAbout =
  | { readonly kind: 'sheet'; readonly edition: number }
  | {
      readonly kind: 'overdue'
      /** The day that the cases missed: those of one period may have several. */
      readonly dueOn: Day
      /** 1, or one more than mails that already went: cases whose appeal was rejected since come later. */
      readonly number: number
    }

/** A mail to one rank of one unit about one period: there is never a second one. */
export interface Mail {
  readonly unit: UnitId
  readonly period: CircularPeriod
  readonly rank: Rank
  readonly about: MailAbout
}

/** What became of a mail. `to` is the address at that time. */
export type MailStep =
  | { readonly kind: 'claimed'; readonly to: string }
  | { readonly kind: 'sent'; readonly to: string; readonly response: string }
  | { readonly kind: 'failed'; readonly to: string; readonly error: string }

/** One entry of a mail's history, which only grows. */
export interface MailEvent {
  readonly mail: string
  /** 1, 2, 3 … in the mail's history. */
  readonly number: number
  /** Milliseconds since 1970-01-01 UTC. */
  readonly at: number
  readonly step: MailStep
}

/** What a mail is known by in its history and in its Message-ID. */
export const mailId = ({ unit, period, rank, about }: Mail): string =>
  about.kind === 'sheet'
    ? [about.kind, period, about.edition, unit, rank].join('/')
    : [about.kind, period, about.dueOn, about.number, unit, rank].join('/')
