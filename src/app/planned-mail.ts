import { type Mail, mailId } from '../core/mail.ts'
import type { Rank } from '../core/rectification.ts'
import type { MailState } from '../period/mail-state.ts'
import type { Letter } from '../report/mail/letter.ts'

/** Why a unit is written to, or why it is not. */
export type MailWhy =
  | 'first'
  | 'changed'
  | 'corrected'
  | 'overdue'
  | 'unreliable'
  | 'unchanged'
  | 'told'
  | 'toldLater'
  | 'noCalendar'

/** A mail that is due. `to` is null where no address is registered. */
export interface PlannedMail {
  readonly mail: Mail
  readonly unitName: string
  readonly to: string | null
  readonly why: MailWhy
  readonly state: MailState
  /** Ids of the cases that it is about. */
  readonly cases: readonly string[]
  readonly letter: Letter
  readonly attachments: () => Promise<readonly { readonly name: string; readonly content: Uint8Array }[]>
}

/** A unit that is not written to. */
export interface Unwritten {
  readonly unit: string
  readonly unitName: string
  readonly why: MailWhy
}

/** Who is written to and who is not. */
export interface MailPlan {
  readonly mails: readonly PlannedMail[]
  readonly unwritten: readonly Unwritten[]
}

/** What became, or would become, of a mail. */
export type MailOutcome = 'wouldSend' | 'sent' | 'failed' | 'uncertain' | 'waiting' | 'noAddress' | 'stopped'

/** One line of what `notify` tells. */
export interface MailResult {
  readonly id: string
  readonly unit: string
  readonly unitName: string
  readonly rank: Rank
  readonly to: string | null
  readonly why: MailWhy
  readonly subject: string
  readonly outcome: MailOutcome
  /** The server's answer, the error, or when it is tried again; empty for none. */
  readonly detail: string
}

/** The line that a mail and its outcome make. */
export const resultOf = (
  { mail, unitName, to, why, letter }: PlannedMail,
  outcome: MailOutcome,
  detail = '',
): MailResult => ({
  id: mailId(mail),
  unit: mail.unit,
  unitName,
  rank: mail.rank,
  to,
  why,
  subject: letter.subject,
  outcome,
  detail,
})
