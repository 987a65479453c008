import type Database from 'better-sqlite3'
import {
  CompiledQuery,
  type Dialect,
  type DialectAdapter,
  type Driver,
  SqliteAdapter,
  type SqliteDatabase,
  SqliteDriver,
  SqliteIntrospector,
  SqliteQueryCompiler,
  type SqliteStatement,
} from 'kysely'

/** Statements that are kept ready; more than a program has. */
const MOST_STATEMENTS = 500

/** The database with its statements prepared once each: Kysely's driver prepares them anew every time. */
function withStatements(database: Database.Database): SqliteDatabase {
  const statements = new Map<string, SqliteStatement>()
  return {
    close: () => database.close(),
    prepare: (sql) => {
      const ready = statements.get(sql)
      if (ready !== undefined) return ready
      if (statements.size >= MOST_STATEMENTS) statements.clear()
      const statement = database.prepare(sql) as SqliteStatement
      statements.set(sql, statement)
      return statement
    },
  }
}

function sqliteDriver(database: Database.Database): Driver {
  const driver = new SqliteDriver({ database: withStatements(database) })
  return {
    init: () => driver.init(),
    acquireConnection: () => driver.acquireConnection(),
    // A transaction that starts by reading and writes later fails at once when another process has written in
    // between, however long the busy timeout: one that will write takes the write lock at its start.
    beginTransaction: async (connection, { accessMode }) => {
      await connection.executeQuery(
        CompiledQuery.raw(accessMode === 'read only' ? 'begin' : 'begin immediate'),
      )
    },
    commitTransaction: (connection) => driver.commitTransaction(connection),
    // SQLite has rolled back by itself after some faults (a full disk); a second rollback would hide the first fault.
    rollbackTransaction: async (connection) => {
      if (database.inTransaction) await driver.rollbackTransaction(connection)
    },
    releaseConnection: () => driver.releaseConnection(),
    destroy: () => driver.destroy(),
  }
}

// Kysely's own adapter says no to transactional DDL; SQLite has it, and a killed migration must leave nothing behind.
function sqliteAdapter(): DialectAdapter {
  const adapter = new SqliteAdapter()
  return {
    supportsTransactionalDdl: true,
    supportsCreateIfNotExists: adapter.supportsCreateIfNotExists,
    supportsReturning: adapter.supportsReturning,
    acquireMigrationLock: async () => {},
    releaseMigrationLock: async () => {},
  }
}

/** Kysely over an open SQLite file, with transactions that wait for other writers, migrations among them. */
export const sqliteDialect = (database: Database.Database): Dialect => ({
  createDriver: () => sqliteDriver(database),
  createAdapter: sqliteAdapter,
  createIntrospector: (db) => new SqliteIntrospector(db),
  createQueryCompiler: () => new SqliteQueryCompiler(),
})
