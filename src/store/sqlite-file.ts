import { statSync } from 'node:fs'
import { dirname } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import Database from 'better-sqlite3'
import { EXIT, InputError } from '../core/errors.ts'

/** Marks a SQLite file as one of portal-audit's: "PAud" in the file's header. */
const APPLICATION_ID = 0x50_41_75_64

/** Milliseconds between two attempts to switch a new file to write-ahead logging. */
const PAUSE = 20

function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory()
  } catch {
    return false
  }
}

function refuseImpossiblePath(path: string): void {
  if (isFolder(path)) {
    const message =
      '是目录，不是数据库文件；请用 --store 指定文件。 / a folder, not a database file; name a file with --store.'
    throw new InputError([{ file: path, message }])
  }
  const folder = dirname(path)
  if (isFolder(folder)) return
  const message = `数据库所在目录“${folder}”不存在或无法进入；请先建立该目录。 / the folder ${folder} does not exist or cannot be entered; create it first.`
  throw new InputError([{ file: path, message }], EXIT.cannotCreate)
}

function claim(database: Database.Database, path: string): void {
  // Tables are counted before the mark is read: whoever makes a new file marks it before its first table.
  const tables = database.prepare('select count(*) from sqlite_master').pluck().get()
  const mark = database.pragma('application_id', { simple: true })
  if (mark === APPLICATION_ID) return
  if (mark === 0 && tables === 0) {
    database.pragma(`application_id = ${APPLICATION_ID}`)
    return
  }
  const message =
    '是其他程序的数据库，未作改动；请用 --store 另指定数据库文件。 / a database of another program, left alone; name another file with --store.'
  throw new InputError([{ file: path, message }])
}

const isBusy = (fault: unknown): boolean =>
  fault instanceof Database.SqliteError && fault.code.startsWith('SQLITE_BUSY')

// SQLite does not wait for other processes here as it does elsewhere, so we do.
async function useWriteAheadLog(database: Database.Database, wait: number): Promise<void> {
  const deadline = Date.now() + wait
  for (;;) {
    try {
      database.pragma('journal_mode = WAL')
      return
    } catch (fault) {
      if (!isBusy(fault) || Date.now() >= deadline) throw fault
    }
    await sleep(PAUSE)
  }
}

/**
 * Opens or creates a SQLite file: write-ahead logging, foreign keys on, `wait` milliseconds of patience with other
 * writers. A commit outlives the process; after a power cut the newest commits may be missing, never halves of them.
 */
export async function openSqliteFile(path: string, wait: number): Promise<Database.Database> {
  refuseImpossiblePath(path)
  const database = new Database(path, { timeout: wait })
  try {
    claim(database, path)
    await useWriteAheadLog(database, wait)
    database.pragma('synchronous = NORMAL')
    database.pragma('foreign_keys = ON')
    return database
  } catch (fault) {
    database.close()
    throw fault
  }
}
