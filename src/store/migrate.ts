import { type Kysely, Migrator } from 'kysely'
import { InputError } from '../core/errors.ts'
import { MIGRATIONS } from './migrations/index.ts'
import type { Tables } from './tables.ts'

type MigrationTable = { kysely_migration: { name: string } }

async function applied(database: Kysely<Tables>): Promise<readonly string[]> {
  const tables = await database.introspection.getTables({ withInternalKyselyTables: true })
  if (!tables.some((table) => table.name === 'kysely_migration')) return []
  const rows = await database
    .withTables<MigrationTable>()
    .selectFrom('kysely_migration')
    .select('name')
    .execute()
  return rows.map((row) => row.name)
}

/**
 * Brings the tables up to date; does nothing, and takes no lock, when they are. Throws {@link InputError} when a newer
 * portal-audit has changed them in ways that this one does not know. `name` is what errors call the database.
 */
export async function migrate(database: Kysely<Tables>, name: string): Promise<void> {
  const known = Object.keys(MIGRATIONS)
  const present = await applied(database)
  const unknown = present.filter((migration) => !known.includes(migration))
  if (unknown.length > 0) {
    const message =
      `数据库由更新版本的 portal-audit 建立（${unknown.join(', ')}），本版本无法使用；请升级 portal-audit，或用 --store 另指定数据库文件。` +
      ` / the database was made by a newer portal-audit (${unknown.join(', ')}); upgrade portal-audit, or name another file with --store.`
    throw new InputError([{ file: name, message }])
  }
  if (present.length === known.length) return
  const migrator = new Migrator({ db: database, provider: { getMigrations: async () => MIGRATIONS } })
  const { error } = await migrator.migrateToLatest()
  if (error !== undefined) throw error
}
