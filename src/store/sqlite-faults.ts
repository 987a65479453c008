import Database from 'better-sqlite3'
import { EXIT, type ExitCode, InputError } from '../core/errors.ts'

interface Explanation {
  readonly codes: RegExp
  readonly message: string
  readonly exitCode: ExitCode
}

const OTHER_FILE_ZH = '请检查 audit.yaml 的 store 或 --store'
const OTHER_FILE_EN = 'look at `store` in audit.yaml or at --store'

const EXPLANATIONS: readonly Explanation[] = [
  {
    codes: /^SQLITE_NOTADB/,
    message: `不是 portal-audit 的数据库文件；${OTHER_FILE_ZH}。 / not a database file of portal-audit; ${OTHER_FILE_EN}.`,
    exitCode: EXIT.badInput,
  },
  {
    codes: /^SQLITE_CORRUPT/,
    message:
      '数据库文件已损坏；请从备份恢复，或用 --store 另指定数据库文件。 / the database file is damaged; restore it from a backup, or name another file with --store.',
    exitCode: EXIT.badInput,
  },
  {
    codes: /^SQLITE_(BUSY|LOCKED)/,
    message:
      '数据库正被另一个程序写入；请待其结束后重试，或用 --store 另指定数据库文件。 / another program is writing to the database; try again when it has finished, or name another file with --store.',
    exitCode: EXIT.cannotCreate,
  },
  {
    codes: /^SQLITE_(READONLY|PERM|AUTH)/,
    message:
      '数据库文件或其目录不可写；请检查权限，或用 --store 指定可写目录中的文件。 / the database file or its folder cannot be written; mend the permissions, or name a file in a folder that can be written with --store.',
    exitCode: EXIT.cannotCreate,
  },
  {
    codes: /^SQLITE_CANTOPEN/,
    message: `数据库文件无法打开或新建；请检查目录是否存在、权限是否足够，${OTHER_FILE_ZH}。 / the database file can be neither opened nor created; see that its folder exists and may be written, and ${OTHER_FILE_EN}.`,
    exitCode: EXIT.cannotCreate,
  },
  {
    codes: /^SQLITE_FULL/,
    message:
      '磁盘空间不足，未写入；请腾出空间后用 --resume 继续。 / the disk is full and nothing was written; make room, then go on with --resume.',
    exitCode: EXIT.cannotCreate,
  },
  {
    codes: /^SQLITE_IOERR/,
    message:
      '读写数据库文件时磁盘出错；请检查磁盘，或用 --store 另指定数据库文件。 / the disk failed while the database was read or written; check the disk, or name another file with --store.',
    exitCode: EXIT.cannotCreate,
  },
]

/**
 * A fault of the file or of the machine as an {@link InputError} that says what to do next; any other fault (our own:
 * a broken constraint, a bad statement) as it was. `file` is what the message names.
 */
export function explainFault(fault: unknown, file: string): unknown {
  if (!(fault instanceof Database.SqliteError)) return fault
  const found = EXPLANATIONS.find((explanation) => explanation.codes.test(fault.code))
  if (found === undefined) return fault
  return new InputError([{ file, message: `${found.message} (${fault.code})` }], found.exitCode)
}
