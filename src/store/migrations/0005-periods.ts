import type { Kysely, Migration } from 'kysely'

async function createReview(database: Kysely<unknown>): Promise<void> {
  await database.schema
    .createTable('review')
    .addColumn('run_id', 'text', (column) => column.notNull().references('run.id'))
    .addColumn('fingerprint', 'text', (column) => column.notNull())
    .addColumn('number', 'integer', (column) => column.notNull())
    .addColumn('decision', 'text', (column) => column.notNull())
    .addColumn('reviewer', 'text', (column) => column.notNull())
    .addColumn('reason', 'text', (column) => column.notNull())
    .addColumn('measured', 'text', (column) => column.notNull())
    .addColumn('at', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('review_key', ['run_id', 'fingerprint', 'number'])
    .execute()
}

async function createSealing(database: Kysely<unknown>): Promise<void> {
  await database.schema
    .createTable('sealing')
    .addColumn('period', 'text', (column) => column.notNull())
    .addColumn('edition', 'integer', (column) => column.notNull())
    .addColumn('position', 'integer', (column) => column.notNull().unique())
    .addColumn('run_id', 'text', (column) => column.notNull().references('run.id'))
    .addColumn('sealed_at', 'bigint', (column) => column.notNull())
    .addColumn('sealed_by', 'text', (column) => column.notNull())
    .addColumn('reason', 'text', (column) => column.notNull())
    .addColumn('document', 'text', (column) => column.notNull().references('body.digest'))
    .addColumn('chain', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('sealing_key', ['period', 'edition'])
    .execute()
}

async function createCases(database: Kysely<unknown>): Promise<void> {
  await database.schema
    .createTable('rectification_case')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('period', 'text', (column) => column.notNull())
    .addColumn('fingerprint', 'text', (column) => column.notNull())
    .addColumn('unit_id', 'text', (column) => column.notNull())
    .addColumn('item_id', 'text', (column) => column.notNull())
    .addColumn('rule_id', 'text', (column) => column.notNull())
    .addColumn('subject_key', 'text', (column) => column.notNull())
    .addColumn('opened_at', 'bigint', (column) => column.notNull())
    .addColumn('due_on', 'text')
    .execute()
  await database.schema
    .createTable('case_event')
    .addColumn('case_id', 'text', (column) => column.notNull().references('rectification_case.id'))
    .addColumn('number', 'integer', (column) => column.notNull())
    .addColumn('at', 'bigint', (column) => column.notNull())
    .addColumn('by', 'text', (column) => column.notNull())
    .addColumn('step', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('case_event_key', ['case_id', 'number'])
    .execute()
}

/**
 * What people decide and what is sealed. Every table only grows: a row's key holds its number in its history, so that of
 * two writers who saw the same history only one can add to it.
 */
export const periods: Migration = {
  up: async (database: Kysely<unknown>) => {
    await createReview(database)
    await createSealing(database)
    await createCases(database)
  },
}
