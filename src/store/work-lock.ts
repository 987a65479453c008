import { rmSync, statSync } from 'node:fs'
import Database from 'better-sqlite3'
import { EXIT, InputError, type Problem } from '../core/errors.ts'
import { explainFault } from './sqlite-faults.ts'

/** The right to do one kind of work on a database, which nobody else has as long as this process lives. */
export interface WorkLock {
  release(): void
}

/** Work that reads or changes runs that are finished and must not go on twice: sealing, `audit --confirm`, `history prune`. */
export const FINISHED_RUNS = 'seal'

const MESSAGE =
  '另一个 portal-audit 正在用这个数据库做不能同时进行的工作，未开始；请待其结束，或用 --store 另指定数据库文件。' +
  ' / another portal-audit is at work on this database that does not go together with this, nothing was begun; wait until it has ended, or name another file with --store.'

const inodeOf = (file: string): number | undefined => statSync(file, { throwIfNoEntry: false })?.ino

function opened(file: string, path: string): Database.Database {
  try {
    return new Database(file, { timeout: 0 })
  } catch (fault) {
    throw explainFault(fault, path)
  }
}

/**
 * Takes the right to do `work` on the database at `path`: a lock of the operating system on an empty file beside it, so
 * that it ends with the process however that ends. Throws {@link InputError} where another process has it, with `held` in
 * place of its own words, and where the file cannot be made.
 */
export function lockWork(
  path: string,
  work: string,
  held: Problem = { file: path, message: MESSAGE },
): WorkLock {
  const file = `${path}-${work}.lock`
  const before = inodeOf(file)
  const database = opened(file, path)
  const refusal = new InputError([held], EXIT.cannotCreate)
  try {
    database.exec('begin immediate')
    // Whoever had it has removed the file meanwhile: a lock on that keeps nobody out.
    if (before !== undefined && inodeOf(file) !== before) throw refusal
  } catch (fault) {
    database.close()
    const isHeld = fault instanceof Database.SqliteError && fault.code.startsWith('SQLITE_BUSY')
    throw isHeld ? refusal : explainFault(fault, path)
  }
  return {
    release: () => {
      rmSync(file, { force: true })
      database.close()
    },
  }
}

/** Takes several rights, or none: see {@link lockWork}. */
export function lockWorks(path: string, works: readonly string[]): WorkLock {
  const locks: WorkLock[] = []
  const release = (): void => {
    for (const lock of locks) lock.release()
  }
  try {
    for (const work of works) locks.push(lockWork(path, work))
  } catch (fault) {
    release()
    throw fault
  }
  return { release }
}
