import { constants, copyFile, mkdir, rename, rm, rmdir, stat, writeFile } from 'node:fs/promises'
import { dirname, isAbsolute, join, normalize, sep } from 'node:path'
import { EXIT, InputError, type Problem } from '../core/errors.ts'
import { asideFolder } from './aside-folder.ts'
import { explainFileFault } from './write-files-fault.ts'

/** A file to write: its path inside the folder, and what it holds. Text is written as UTF-8. */
export interface FileToWrite {
  readonly path: string
  readonly content: string | Uint8Array
}

/** A file on its way from where it was written to where it belongs. */
interface Move {
  readonly from: string
  readonly to: string
  /** Where the file that it replaces is kept until all is well. */
  readonly backup: string
}

const refusal = (problems: readonly Problem[]): InputError => new InputError(problems, EXIT.cannotCreate)

/** Why a path may not be written, or null. */
function faultOfPath(path: string): string | null {
  const inside = normalize(path)
  if (path === '' || inside === '.' || path.includes('\0') || inside.endsWith(sep)) {
    return '不是文件名；请修改编号或名称。/ not the name of a file; change the id or name that it is made of.'
  }
  if (isAbsolute(inside) || inside === '..' || inside.startsWith(`..${sep}`)) {
    return '指向输出目录之外，未写入；请修改编号或名称。/ leads out of the folder, nothing was written; change the id or name that it is made of.'
  }
  return null
}

function refuseBadPaths(directory: string, files: readonly FileToWrite[]): void {
  const problems: Problem[] = []
  const seen = new Set<string>()
  for (const { path } of files) {
    const inside = normalize(path)
    const repeated = seen.has(inside)
      ? '重名；请修改编号或名称。/ stands twice; change one of the ids or names.'
      : null
    const message = faultOfPath(path) ?? repeated
    if (message !== null) problems.push({ file: directory, message: `“${path}” ${message}` })
    seen.add(inside)
  }
  if (problems.length > 0) throw refusal(problems)
}

const exists = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  )

/**
 * Makes a folder and those above it, and adds what it made to `made`, the outermost first. One at a time: Node's
 * recursive mkdir never returns on file systems, such as /proc, that take no folders.
 */
export async function makeFolders(path: string, made: string[]): Promise<void> {
  const there = await stat(path).catch(() => null)
  if (there?.isDirectory()) return
  if (dirname(path) !== path) await makeFolders(dirname(path), made)
  try {
    await mkdir(path)
    made.push(path)
  } catch (fault) {
    const folder = await stat(path).catch(() => null)
    if (!folder?.isDirectory()) throw fault
  }
}

async function writeAside(
  aside: string,
  directory: string,
  files: readonly FileToWrite[],
): Promise<readonly Move[]> {
  const moves: Move[] = []
  for (const [index, { path, content }] of files.entries()) {
    const from = join(aside, `new-${index}`)
    await writeFile(from, content)
    moves.push({ from, to: join(directory, path), backup: join(aside, `old-${index}`) })
  }
  return moves
}

async function refuseBlockedTargets(moves: readonly Move[]): Promise<void> {
  const problems: Problem[] = []
  for (const { to } of moves) {
    const there = await stat(to).catch(() => null)
    if (there?.isDirectory()) {
      const message =
        '已有同名目录，未写入；请移走该目录。/ a folder of this name is there, nothing was written; move it away.'
      problems.push({ file: to, message })
    }
  }
  if (problems.length > 0) throw refusal(problems)
}

async function moveAll(moves: readonly Move[]): Promise<void> {
  const undo: (() => Promise<void>)[] = []
  try {
    for (const { from, to, backup } of moves) {
      const replaces = await exists(to)
      if (replaces) await copyFile(to, backup, constants.COPYFILE_FICLONE)
      await rename(from, to)
      undo.push(() => (replaces ? rename(backup, to) : rm(to, { force: true })))
    }
  } catch (fault) {
    for (const back of undo.reverse()) await back().catch(() => {})
    throw fault
  }
}

/**
 * Writes files into a folder, making it where it is missing: all of them or none, as far as the file system permits.
 * They are written aside first and then renamed, so that a reader sees an old file or a new one and never half of one;
 * when a rename fails, what was renamed before is put back. Throws {@link InputError} (cannotCreate) for a path that
 * leads out of the folder, a folder that cannot be written, or a full disk. Nothing is left behind then.
 */
export async function writeFiles(directory: string, files: readonly FileToWrite[]): Promise<void> {
  refuseBadPaths(directory, files)
  const made: string[] = []
  let aside: string | null = null
  try {
    await makeFolders(directory, made)
    aside = await asideFolder(directory)
    const moves = await writeAside(aside, directory, files)
    await refuseBlockedTargets(moves)
    for (const { to } of moves) await makeFolders(dirname(to), made)
    await moveAll(moves)
  } catch (fault) {
    if (aside !== null) await rm(aside, { recursive: true, force: true }).catch(() => {})
    for (const folder of made.reverse()) await rmdir(folder).catch(() => {})
    throw explainFileFault(fault, directory)
  }
  await rm(aside, { recursive: true, force: true })
}
