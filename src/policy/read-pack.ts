import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { InputError } from '../core/errors.ts'
import { loadCalendar } from './calendar.ts'
import { type CheckOptions, loadPack } from './load.ts'
import type { Pack } from './pack.ts'
import type { PackText } from './read-shaped.ts'

async function readTexts(directory: string, names: readonly string[]): Promise<readonly PackText[]> {
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

/** Where the calendar's files stand: in the pack's folder, or beside it, for several packs. None of them is no calendar. */
async function readCalendarTexts(directory: string): Promise<readonly PackText[]> {
  for (const folder of [join(directory, 'calendar'), join(directory, '..', 'calendar')]) {
    const names = await readdir(folder).catch(() => null)
    if (names !== null) return readTexts(folder, names)
  }
  return []
}

/**
 * Reads a pack's folder: every `.yaml` file in it, and those of the folder `calendar` in it or beside it. Throws
 * {@link InputError} for a folder, pack or calendar that is bad.
 */
export async function readPack(directory: string, checks: CheckOptions): Promise<Pack> {
  const names = await readdir(directory).catch((fault: NodeJS.ErrnoException) => {
    const message = `规则包目录无法读取 / the rule pack cannot be read (${fault.code}); give a folder that holds pack.yaml.`
    throw new InputError([{ file: directory, message }])
  })
  const files = await readTexts(directory, names)
  const calendarFiles = await readCalendarTexts(directory)
  const hash = createHash('sha256')
  for (const file of files) hash.update(`${file.name.slice(directory.length)}\n${file.text}\n`)
  for (const file of calendarFiles) hash.update(`calendar/${basename(file.name)}\n${file.text}\n`)
  return loadPack(files, checks, hash.digest('hex'), loadCalendar(calendarFiles))
}
