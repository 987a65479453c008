import { Kysely } from 'kysely'
import type { CrawlStore } from './crawl-store.ts'
import { createCrawlStore } from './create-crawl-store.ts'
import { createPeriodStore } from './create-period-store.ts'
import { createRunStore } from './create-run-store.ts'
import type { ReadRows, RunBatch } from './insert-rows.ts'
import { migrate } from './migrate.ts'
import { createOutbox, type Outbox } from './outbox.ts'
import type { PeriodStore } from './period-store.ts'
import { createPruneStore, type PruneStore } from './prune.ts'
import type { RunStore } from './run-store.ts'
import { sqliteBatch, sqliteReader } from './sqlite-batch.ts'
import { sqliteDialect } from './sqlite-dialect.ts'
import { explainFault } from './sqlite-faults.ts'
import { openSqliteFile } from './sqlite-file.ts'
import type { Tables } from './tables.ts'

/** Milliseconds to wait for another process that is writing: the longest write of a run takes far less. */
const PATIENCE = 10_000

async function openDatabase<Store>(
  path: string,
  patience: number,
  create: (
    database: Kysely<Tables>,
    explain: (fault: unknown) => unknown,
    runBatch: RunBatch,
    readRows: ReadRows,
  ) => Store,
): Promise<Store> {
  const explain = (fault: unknown): unknown => explainFault(fault, path)
  try {
    const file = await openSqliteFile(path, patience)
    const database = new Kysely<Tables>({ dialect: sqliteDialect(file) })
    try {
      await migrate(database, path)
    } catch (fault) {
      await database.destroy()
      throw fault
    }
    return create(database, explain, sqliteBatch(file), sqliteReader(file))
  } catch (fault) {
    throw explain(fault)
  }
}

/**
 * Opens the store in a SQLite file, creating file and tables where there are none; several processes may have one file
 * open. Throws InputError when the file is none of ours, newer than this program, damaged, locked for longer than
 * `patience` milliseconds, or cannot be created. The store's methods throw InputError for the same reasons.
 */
export const openStore = (path: string, patience = PATIENCE): Promise<RunStore> =>
  openDatabase(path, patience, (database, explain) => createRunStore(database, path, explain))

/** Opens what crawls keep in the same file, as {@link openStore} does; there is no such store in PostgreSQL. */
export const openCrawlStore = (path: string, patience = PATIENCE): Promise<CrawlStore> =>
  openDatabase(path, patience, createCrawlStore)

/** Opens what people decide and what is sealed, in the same file, as {@link openStore} does. */
export const openPeriodStore = (path: string, patience = PATIENCE): Promise<PeriodStore> =>
  openDatabase(path, patience, (database, explain) => createPeriodStore(database, path, explain))

/** Opens the mails that were ever begun, in the same file, as {@link openStore} does. */
export const openOutbox = (path: string, patience = PATIENCE): Promise<Outbox> =>
  openDatabase(path, patience, createOutbox)

/** Opens what the retention rules work on, in the same file, as {@link openStore} does. */
export const openPruneStore = (path: string, patience = PATIENCE): Promise<PruneStore> =>
  openDatabase(path, patience, createPruneStore)
