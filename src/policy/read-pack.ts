import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { InputError } from '../core/errors.ts'
import { type CheckOptions, loadPack, type PackText } from './load.ts'
import type { Pack } from './pack.ts'

async function readTexts(directory: string): Promise<readonly PackText[]> {
  const names = await readdir(directory).catch((fault: NodeJS.ErrnoException) => {
    const message = `规则包目录无法读取 / the rule pack cannot be read (${fault.code}); give a folder that holds pack.yaml.`
    throw new InputError([{ file: directory, message }])
  })
  const chosen = names.filter((name) => /\.ya?ml$/.test(name)).sort()
  return Promise.all(
    chosen.map(async (name) => {
      const file = join(directory, name)
      const bytes = await readFile(file)
      try {
        return { name: file, text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) }
      } catch {
        throw new InputError([{ file, message: '不是 UTF-8 编码 / not UTF-8; save the file as UTF-8.' }])
      }
    }),
  )
}

/** Reads a pack's folder: every `.yaml` file in it. Throws {@link InputError} for a folder or pack that is bad. */
export async function readPack(directory: string, checks: CheckOptions): Promise<Pack> {
  const files = await readTexts(directory)
  const hash = createHash('sha256')
  for (const file of files) hash.update(`${file.name.slice(directory.length)}\n${file.text}\n`)
  return loadPack(files, checks, hash.digest('hex'))
}
