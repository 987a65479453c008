import type { Kysely, Migration } from 'kysely'

async function createSite(database: Kysely<unknown>): Promise<void> {
  await database.schema
    .createTable('crawl_site')
    .addColumn('id', 'integer', (column) => column.primaryKey())
    .addColumn('start', 'text', (column) => column.notNull().unique())
    .execute()
  await database.schema
    .createTable('crawl_address')
    .addColumn('site_id', 'integer', (column) => column.notNull().references('crawl_site.id'))
    .addColumn('number', 'integer', (column) => column.notNull())
    .addColumn('address', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('crawl_address_key', ['site_id', 'number'])
    .execute()
}

async function createCrawl(database: Kysely<unknown>): Promise<void> {
  await database.schema
    .createTable('crawl')
    .addColumn('id', 'integer', (column) => column.primaryKey())
    .addColumn('site_id', 'integer', (column) => column.notNull().references('crawl_site.id'))
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('started_at', 'bigint', (column) => column.notNull())
    .addColumn('finished_at', 'bigint')
    .addColumn('scope', 'text', (column) => column.notNull())
    .addColumn('token', 'text', (column) => column.notNull())
    .execute()
  await database.schema
    .createTable('crawl_answer')
    .addColumn('crawl_id', 'integer', (column) => column.notNull().references('crawl.id').onDelete('cascade'))
    .addColumn('number', 'integer', (column) => column.notNull())
    .addColumn('purpose', 'text', (column) => column.notNull())
    .addColumn('observed_at', 'bigint', (column) => column.notNull())
    .addColumn('is_well', 'integer', (column) => column.notNull())
    .addColumn('answer', 'text', (column) => column.notNull())
    .addColumn('links', 'bytea')
    .addColumn('content', 'bytea')
    .addColumn('fragments', 'text')
    .addPrimaryKeyConstraint('crawl_answer_key', ['crawl_id', 'number', 'purpose'])
    .execute()
}

/** What crawls know: a numbering of the addresses of a site, shared by all its crawls, and what each crawl was answered. */
export const crawls: Migration = {
  up: async (database: Kysely<unknown>) => {
    await createSite(database)
    await createCrawl(database)
  },
}
