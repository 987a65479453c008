import { createHash } from 'node:crypto'
import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { InputError, type Problem } from '../core/errors.ts'
import type { ItemId } from '../core/ids.ts'
import { parseRegistry } from './load.ts'
import { readText } from './read-text.ts'
import { REGISTER_LIST } from './registers.ts'
import type { Registry } from './registry.ts'
import { UNITS_FILE } from './unit-headings.ts'

/** The registry's files, in the order in which they are read. */
export const REGISTRY_FILES: readonly string[] = [
  UNITS_FILE,
  ...REGISTER_LIST.map(([, register]) => register.file),
]

const OPTIONAL: ReadonlySet<string> = new Set(
  REGISTER_LIST.flatMap(([, register]) => (register.optional ? [register.file] : [])),
)
const TEMPLATE = 'portal-audit registry template <dir> writes one to start from'

/** The registry's texts by file name, as a run keeps them. */
export type RegistryFiles = Readonly<Record<string, string>>

/** SHA-256 over the names and texts of the files that there are. */
const hashOf = (files: RegistryFiles): string => {
  const present = REGISTRY_FILES.flatMap((name) => (files[name] === undefined ? [] : [[name, files[name]]]))
  return createHash('sha256').update(JSON.stringify(present)).digest('hex')
}

const missing = (file: string): Problem => ({
  file,
  message: `没有此文件 / there is no such file; ${TEMPLATE}.`,
})

/**
 * Judges the texts of a registry, by file name, as a stored run keeps them. `directory` is only for error messages.
 * Throws {@link InputError}.
 */
export function parseRegistryFiles(
  files: RegistryFiles,
  items: ReadonlySet<ItemId>,
  directory = '',
): Registry {
  const absent = REGISTRY_FILES.filter((name) => files[name] === undefined && !OPTIONAL.has(name))
  if (absent.length > 0) throw new InputError(absent.map((name) => missing(join(directory, name))))
  const textOf = (name: string) => {
    const text = files[name]
    return text === undefined ? null : { name: join(directory, name), text }
  }
  return parseRegistry(textOf, items, hashOf(files))
}

async function checkFolder(directory: string): Promise<void> {
  const found = await stat(directory).catch(() => null)
  if (found?.isDirectory()) return
  const message = `没有此文件夹 / there is no such folder; ${TEMPLATE}.`
  throw new InputError([{ file: directory, message }])
}

/**
 * Reads a registry's folder, and returns its texts beside it, because a run keeps them. Throws {@link InputError} for a
 * folder or files that are missing, other charsets and every bad row.
 */
export async function readRegistry(
  directory: string,
  items: ReadonlySet<ItemId>,
): Promise<{ readonly registry: Registry; readonly files: RegistryFiles }> {
  await checkFolder(directory)
  const files: Record<string, string> = {}
  const problems: Problem[] = []
  for (const name of REGISTRY_FILES) {
    const file = join(directory, name)
    const read = await readText(file)
    if (typeof read === 'string') files[name] = read
    else if (read !== null) problems.push(read)
    else if (!OPTIONAL.has(name)) problems.push(missing(file))
  }
  if (problems.length > 0) throw new InputError(problems)
  return { registry: parseRegistryFiles(files, items, directory), files }
}
