import type Database from 'better-sqlite3'
import type { RunBatch } from './insert-rows.ts'

/**
 * Runs batches on a SQLite file without going round by promises, which would cost as much as the writing itself. Nothing
 * else may be in the middle of a transaction on the same connection.
 */
export function sqliteBatch(database: Database.Database): RunBatch {
  const prepared = new Map<string, Database.Statement>()
  const statement = (sql: string): Database.Statement => {
    const known = prepared.get(sql) ?? database.prepare(sql)
    prepared.set(sql, known)
    return known
  }
  const run = database.transaction((statements: Parameters<RunBatch>[0]) => {
    for (const { sql, parameters } of statements) statement(sql).run(...parameters)
  })
  return async (statements) => run.immediate(statements)
}
