import type Database from 'better-sqlite3'
import type { ReadRows, RunBatch } from './insert-rows.ts'

/** Statements that are prepared once each. */
function statementsOf(database: Database.Database): (sql: string) => Database.Statement {
  const prepared = new Map<string, Database.Statement>()
  return (sql) => {
    const known = prepared.get(sql)
    if (known !== undefined) return known
    const statement = database.prepare(sql)
    prepared.set(sql, statement)
    return statement
  }
}

/** Reads from a SQLite file without objects for rows and promises for answers, which cost more than the reading. */
export function sqliteReader(database: Database.Database): ReadRows {
  const statement = statementsOf(database)
  return ({ sql, parameters }) =>
    statement(sql)
      .raw()
      .all(...parameters) as (readonly unknown[])[]
}

/**
 * Runs batches on a SQLite file without going round by promises, which would cost as much as the writing itself. Nothing
 * else may be in the middle of a transaction on the same connection.
 */
export function sqliteBatch(database: Database.Database): RunBatch {
  const statement = statementsOf(database)
  const run = database.transaction((statements: Parameters<RunBatch>[0]) => {
    for (const { sql, parameters } of statements) statement(sql).run(...parameters)
  })
  return async (statements) => run.immediate(statements)
}
