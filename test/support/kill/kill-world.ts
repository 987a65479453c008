import { copyFile, rm } from 'node:fs/promises'
import Database from 'better-sqlite3'
import type { Workspace } from '../workspace.ts'

/** A command and the world that it works on, to be killed at any moment. */
export interface KillWorld {
  /** The command line. */
  readonly args: readonly string[]
  /** How many signs of life an undisturbed process gives. */
  readonly signs: number
  /** Puts everything back as it was, and returns what counts the signs of a process that is started then. */
  begin(): Promise<() => number>
  /** What is not whole, asked after the process was killed. */
  faults(): readonly string[]
  /** What is not as the same command leaves it when it is run to its end afterwards. */
  endFaults(): readonly string[]
  close(): Promise<void>
}

/** Reads a store from beside the process that works on it. */
export function rowsIn<Row>(store: string, sql: string, ...values: readonly unknown[]): readonly Row[] {
  const database = new Database(store, { readonly: true })
  try {
    return database.prepare(sql).all(...values) as Row[]
  } finally {
    database.close()
  }
}

/** What SQLite itself has to say against a store. */
export function storeFaults(store: string): readonly string[] {
  const check = rowsIn<Record<string, unknown>>(store, 'pragma integrity_check')
  const keys = rowsIn(store, 'pragma foreign_key_check')
  return [...check.filter((one) => one.integrity_check !== 'ok'), ...keys].map((one) => JSON.stringify(one))
}

/** The same as text, for holding one against another. */
export const differing = (what: string, is: unknown, wanted: unknown): readonly string[] =>
  JSON.stringify(is) === JSON.stringify(wanted)
    ? []
    : [`${what}: ${JSON.stringify(is)} instead of ${JSON.stringify(wanted)}`]

/** A store that is put back as it was before every kill. */
export interface KeptStore {
  /** Puts it back, and returns what counts the rows that have come into a table, or gone from it, since. */
  reset(table: string): Promise<() => number>
  close(): void
}

/** Keeps a store as it is now. */
export async function keepStore(space: Workspace, store: string): Promise<KeptStore> {
  const kept = space.path('kept.sqlite')
  await copyFile(store, kept)
  let watched: Database.Database | null = null
  const close = (): void => {
    watched?.close()
    watched = null
  }
  return {
    reset: async (table) => {
      close()
      for (const ending of ['-wal', '-shm']) await rm(`${store}${ending}`, { force: true })
      await copyFile(kept, store)
      watched = new Database(store, { readonly: true })
      const rows = watched.prepare(`select count(*) from ${table}`).pluck()
      const before = Number(rows.get())
      return () => Math.abs(Number(rows.get()) - before)
    },
    close,
  }
}
