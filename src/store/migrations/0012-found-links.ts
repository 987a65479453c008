import type { Kysely, Migration } from 'kysely'

/** What a crawl found in the links of its pages, so that the next one need not go through them where none has changed. */
export const foundLinks: Migration = {
  up: async (database: Kysely<unknown>) => {
    await database.schema
      .createTable('crawl_found')
      .addColumn('crawl_id', 'integer', (column) =>
        column.primaryKey().references('crawl.id').onDelete('cascade'),
      )
      .addColumn('found', 'text', (column) => column.notNull())
      .execute()
  },
}
