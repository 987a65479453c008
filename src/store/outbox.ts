import type { Kysely } from 'kysely'
import type { CircularPeriod } from '../core/circular-period.ts'
import { type Mail, type MailAbout, type MailEvent, type MailStep, mailId } from '../core/mail.ts'
import type { CaseEvent } from '../core/rectification.ts'
import { append } from './append.ts'
import { chunksOf } from './chunks.ts'
import { explained } from './explained.ts'
import { caseEventRow } from './period-rows.ts'
import type { Added } from './period-store.ts'
import type { Tables } from './tables.ts'

/** A mail and everything that became of it, in order. */
export interface KeptMail {
  readonly mail: Mail
  readonly events: readonly MailEvent[]
}

/** The mails that were ever begun. Nothing is ever changed or deleted; a taken number is a conflict. */
export interface Outbox {
  /** In the order of their ids, which is the same on every database whatever its collation. */
  mails(): Promise<readonly KeptMail[]>
  /** The first entry of a mail's next sending, and the mail itself where it is new. */
  claim(mail: Mail, event: MailEvent): Promise<Added>
  /** How a sending ended, and what that adds to the histories of cases: all of it or nothing. */
  note(event: MailEvent, cases: readonly CaseEvent[]): Promise<Added>
  close(): Promise<void>
}

const eventRow = ({ mail, number, at, step }: MailEvent) => ({
  mail_id: mail,
  number,
  at,
  step: JSON.stringify(step),
})

/** The outbox over any database that has the tables; `explain` as of the period store. */
export function createOutbox(database: Kysely<Tables>, explain: (fault: unknown) => unknown): Outbox {
  const through = explained(explain)
  return {
    mails: through(async () => {
      const mails = await database.selectFrom('mail').selectAll().execute()
      const events = await database.selectFrom('mail_event').selectAll().orderBy('number').execute()
      const inOrder = mails.toSorted((a, b) => (a.id < b.id ? -1 : 1))
      return inOrder.map((row) => ({
        mail: {
          unit: row.unit_id,
          period: row.period as CircularPeriod,
          rank: row.rank,
          about: JSON.parse(row.about) as MailAbout,
        },
        events: events
          .filter((event) => event.mail_id === row.id)
          .map(({ mail_id, number, at, step }) => ({
            mail: mail_id,
            number,
            at: Number(at),
            step: JSON.parse(step) as MailStep,
          })),
      }))
    }),
    claim: through((mail, event) =>
      append(database, async (transaction) => {
        if (event.number === 1) {
          const { unit, period, rank, about } = mail
          const row = { id: mailId(mail), unit_id: unit, period, rank, about: JSON.stringify(about) }
          await transaction.insertInto('mail').values(row).execute()
        }
        await transaction.insertInto('mail_event').values(eventRow(event)).execute()
      }),
    ),
    note: through((event, cases) =>
      append(database, async (transaction) => {
        await transaction.insertInto('mail_event').values(eventRow(event)).execute()
        for (const rows of chunksOf(cases.map(caseEventRow)))
          await transaction.insertInto('case_event').values(rows).execute()
      }),
    ),
    close: through(() => database.destroy()),
  }
}
