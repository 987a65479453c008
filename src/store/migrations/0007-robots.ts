import type { Kysely, Migration } from 'kysely'

/** robots.txt of every origin that was asked, so that one run after another need not ask for it (RFC 9309 §2.4). */
export const robots: Migration = {
  up: async (database: Kysely<unknown>) => {
    await database.schema
      .createTable('robots')
      .addColumn('origin', 'text', (column) => column.primaryKey())
      .addColumn('content', 'text')
      .addColumn('read_at', 'bigint', (column) => column.notNull())
      .execute()
  },
}
