import type { Kysely, Migration } from 'kysely'

/** Runs are audits, or look again at open cases only. */
export const kindOfRun: Migration = {
  up: async (database: Kysely<unknown>) => {
    await database.schema
      .alterTable('run')
      .addColumn('kind', 'text', (column) => column.notNull().defaultTo('audit'))
      .execute()
  },
}
