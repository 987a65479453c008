import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { InputError, type Problem } from '../core/errors.ts'
import type { ItemId } from '../core/ids.ts'
import { parseRegistry } from './load.ts'
import type { Registry } from './registry.ts'

/** The registry's files, in the order in which they are read. */
export const REGISTRY_FILES = ['units.csv', 'columns.csv', 'services.csv', 'notices.csv'] as const

const OPTIONAL = new Set(['notices.csv'])

async function readText(directory: string, name: string): Promise<string | Problem | null> {
  const file = join(directory, name)
  const bytes = await readFile(file).catch((fault: NodeJS.ErrnoException) => ({ code: fault.code }))
  if ('code' in bytes) {
    if (OPTIONAL.has(name) && bytes.code === 'ENOENT') return null
    const why =
      bytes.code === 'ENOENT'
        ? '没有此文件 / there is no such file'
        : `无法读取 / cannot be read (${bytes.code})`
    return { file, message: `${why}; portal-audit registry template <dir> writes one to start from.` }
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    const message =
      '不是 UTF-8 编码 / not UTF-8; in Excel choose “另存为 CSV UTF-8（逗号分隔）” (save as CSV UTF-8).'
    return { file, message }
  }
}

const hashOf = (files: Readonly<Record<string, string>>): string => {
  const hash = createHash('sha256')
  for (const name of REGISTRY_FILES) hash.update(`${name}\n${files[name] ?? ''}\n`)
  return hash.digest('hex')
}

/**
 * Judges the texts of a registry, by file name, as a stored run keeps them. `directory` is only for error messages.
 * Throws {@link InputError}.
 */
export function parseRegistryFiles(
  files: Readonly<Record<string, string>>,
  items: ReadonlySet<ItemId>,
  directory = '',
): Registry {
  const text = (name: string) => ({ name: join(directory, name), text: files[name] ?? '' })
  const texts = { units: text('units.csv'), columns: text('columns.csv'), services: text('services.csv') }
  const notices = files['notices.csv'] === undefined ? {} : { notices: text('notices.csv') }
  return parseRegistry({ ...texts, ...notices }, items, hashOf(files))
}

/** Reads a registry's folder. Throws {@link InputError} for missing files, other charsets and every bad row. */
export async function readRegistry(
  directory: string,
  items: ReadonlySet<ItemId>,
): Promise<{ readonly registry: Registry; readonly files: Readonly<Record<string, string>> }> {
  const files: Record<string, string> = {}
  const problems: Problem[] = []
  for (const name of REGISTRY_FILES) {
    const read = await readText(directory, name)
    if (typeof read === 'string') files[name] = read
    else if (read !== null) problems.push(read)
  }
  if (problems.length > 0) throw new InputError(problems)
  return { registry: parseRegistryFiles(files, items, directory), files }
}
