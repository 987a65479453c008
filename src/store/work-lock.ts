import { rmSync } from 'node:fs'
import Database from 'better-sqlite3'
import { EXIT, InputError } from '../core/errors.ts'

/** The right to do one kind of work on a database, which nobody else has as long as this process lives. */
export interface WorkLock {
  release(): void
}

const MESSAGE =
  '另一个 portal-audit 正在用这个数据库做同一项检查，未开始；请待其结束，或用 --store 另指定数据库文件。' +
  ' / another portal-audit is at the same work on this database, nothing was begun; wait until it has ended, or name another file with --store.'

/**
 * Takes the right to do `work` on the database at `path`: a lock of the operating system on an empty file beside it, so
 * that it ends with the process however that ends. Throws {@link InputError} where another process has it.
 */
export function lockWork(path: string, work: string): WorkLock {
  const file = `${path}-${work}.lock`
  const database = new Database(file, { timeout: 0 })
  try {
    database.exec('begin immediate')
  } catch (fault) {
    database.close()
    const isHeld = fault instanceof Database.SqliteError && fault.code.startsWith('SQLITE_BUSY')
    throw isHeld ? new InputError([{ file: path, message: MESSAGE }], EXIT.cannotCreate) : fault
  }
  return {
    release: () => {
      rmSync(file, { force: true })
      database.close()
    },
  }
}
