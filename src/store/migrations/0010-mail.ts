import type { Kysely, Migration } from 'kysely'

/**
 * The outbox. Both tables only grow. A mail is claimed by the next entry of its history before it is sent: of two
 * processes that want to send it only one can.
 */
export const mail: Migration = {
  up: async (database: Kysely<unknown>) => {
    await database.schema
      .createTable('mail')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('unit_id', 'text', (column) => column.notNull())
      .addColumn('period', 'text', (column) => column.notNull())
      .addColumn('rank', 'text', (column) => column.notNull())
      .addColumn('about', 'text', (column) => column.notNull())
      .execute()
    await database.schema
      .createTable('mail_event')
      .addColumn('mail_id', 'text', (column) => column.notNull().references('mail.id'))
      .addColumn('number', 'integer', (column) => column.notNull())
      .addColumn('at', 'bigint', (column) => column.notNull())
      .addColumn('step', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint('mail_event_key', ['mail_id', 'number'])
      .execute()
  },
}
