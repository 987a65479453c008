import type { Kysely, Migration } from 'kysely'

async function createRun(database: Kysely<unknown>): Promise<void> {
  await database.schema
    .createTable('run')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('started_at', 'bigint', (column) => column.notNull())
    .addColumn('finished_at', 'bigint')
    .addColumn('as_of', 'text', (column) => column.notNull())
    .addColumn('city', 'text', (column) => column.notNull())
    .addColumn('pack_id', 'text', (column) => column.notNull())
    .addColumn('pack_version', 'text', (column) => column.notNull())
    .addColumn('pack_hash', 'text', (column) => column.notNull())
    .addColumn('registry_hash', 'text', (column) => column.notNull())
    .addColumn('control_token', 'text', (column) => column.notNull())
    .addColumn('registry_files', 'text', (column) => column.notNull())
    .addColumn('units', 'text', (column) => column.notNull())
    .addColumn('items', 'text', (column) => column.notNull())
    .addColumn('scope', 'text', (column) => column.notNull())
    .execute()
  await database.schema.createIndex('run_started').on('run').columns(['state', 'started_at']).execute()
}

async function createObservation(database: Kysely<unknown>): Promise<void> {
  await database.schema
    .createTable('observation')
    .addColumn('run_id', 'text', (column) => column.notNull().references('run.id').onDelete('cascade'))
    .addColumn('id', 'text', (column) => column.notNull())
    .addColumn('purpose', 'text', (column) => column.notNull())
    .addColumn('origin', 'text', (column) => column.notNull())
    .addColumn('address', 'text', (column) => column.notNull())
    .addColumn('observed_at', 'bigint', (column) => column.notNull())
    .addColumn('duration', 'double precision', (column) => column.notNull())
    .addColumn('attempts', 'integer', (column) => column.notNull())
    .addColumn('hops', 'text', (column) => column.notNull())
    .addColumn('answer', 'text', (column) => column.notNull())
    .addColumn('body', 'text')
    .addPrimaryKeyConstraint('observation_key', ['run_id', 'id'])
    .execute()
  await database.schema.createIndex('observation_body').on('observation').column('body').execute()
}

// `bytea` is PostgreSQL's name; SQLite keeps bytes as bytes whatever the column's type is called.
async function createBody(database: Kysely<unknown>): Promise<void> {
  await database.schema
    .createTable('body')
    .addColumn('digest', 'text', (column) => column.primaryKey())
    .addColumn('encoding', 'text', (column) => column.notNull())
    .addColumn('size', 'bigint', (column) => column.notNull())
    .addColumn('content', 'bytea', (column) => column.notNull())
    .execute()
}

async function createVerdict(database: Kysely<unknown>): Promise<void> {
  await database.schema
    .createTable('verdict')
    .addColumn('run_id', 'text', (column) => column.notNull().references('run.id').onDelete('cascade'))
    .addColumn('position', 'integer', (column) => column.notNull())
    .addColumn('rule_id', 'text', (column) => column.notNull())
    .addColumn('check_id', 'text', (column) => column.notNull())
    .addColumn('unit_id', 'text', (column) => column.notNull())
    .addColumn('item_id', 'text', (column) => column.notNull())
    .addColumn('subject_kind', 'text', (column) => column.notNull())
    .addColumn('subject_key', 'text', (column) => column.notNull())
    .addColumn('subject_label', 'text', (column) => column.notNull())
    .addColumn('subject_address', 'text')
    .addColumn('outcome', 'text', (column) => column.notNull())
    .addColumn('reason', 'text')
    .addPrimaryKeyConstraint('verdict_key', ['run_id', 'position'])
    .execute()
}

async function createFinding(database: Kysely<unknown>): Promise<void> {
  await database.schema
    .createTable('finding')
    .addColumn('run_id', 'text', (column) => column.notNull())
    .addColumn('verdict_position', 'integer', (column) => column.notNull())
    .addColumn('position', 'integer', (column) => column.notNull())
    .addColumn('fingerprint', 'text', (column) => column.notNull())
    .addColumn('fault', 'text', (column) => column.notNull())
    .addColumn('message', 'text', (column) => column.notNull())
    .addColumn('data', 'text', (column) => column.notNull())
    .addColumn('address', 'text')
    .addColumn('evidence', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('finding_key', ['run_id', 'verdict_position', 'position'])
    .addForeignKeyConstraint(
      'finding_verdict',
      ['run_id', 'verdict_position'],
      'verdict',
      ['run_id', 'position'],
      (constraint) => constraint.onDelete('cascade'),
    )
    .execute()
  await database.schema.createIndex('finding_fingerprint').on('finding').column('fingerprint').execute()
}

/** The tables of version 0.1. A migration that has been published is never changed: write the next one. */
export const firstTables: Migration = {
  up: async (database: Kysely<unknown>) => {
    await createRun(database)
    await createObservation(database)
    await createBody(database)
    await createVerdict(database)
    await createFinding(database)
  },
}
