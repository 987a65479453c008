import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

/** One labelled page; the labels differ from set to set. */
export interface Item {
  readonly file: string
  readonly lang?: string
  readonly url?: string | null
  readonly exclude?: unknown
  readonly [label: string]: unknown
}

/** One set: its pages with labels, and how to read a page's bytes. Items with `exclude` are left out. */
export interface LabelledSet {
  readonly name: string
  readonly items: readonly Item[]
  readonly bytesOf: (item: Item) => Uint8Array
}

/** Where the labelled pages lie: `--data DIR`, or `../shared/data` beside the project. */
export const dataFolder = (args: readonly string[]): string => {
  const at = args.indexOf('--data')
  const given = at < 0 ? undefined : args[at + 1]
  return resolve(given ?? join(import.meta.dirname, '../../../../shared/data'))
}

/** Unpacked once a machine, beside other temporary files, in a folder named after the archive's size and time. */
function unpacked(archive: string, name: string): string {
  const { size, mtimeMs } = statSync(archive)
  const parent = join(tmpdir(), 'portal-audit-accuracy')
  const folder = join(parent, `${name}-${size}-${Math.round(mtimeMs)}`)
  if (existsSync(folder)) return folder
  mkdirSync(parent, { recursive: true })
  const fresh = mkdtempSync(join(parent, 'unpacking-'))
  execFileSync('tar', ['xJf', archive, '-C', fresh])
  renameSync(fresh, folder)
  return folder
}

/**
 * Opens a labelled set by its name, such as `date-htmldate`: from `NAME.tar.xz` or from an unpacked folder `NAME`.
 * @throws Error when the folder holds neither.
 */
export function openSet(data: string, name: string): LabelledSet {
  const archive = join(data, `${name}.tar.xz`)
  const folder = existsSync(archive) ? join(unpacked(archive, name), name) : join(data, name)
  if (!existsSync(folder)) throw new Error(`${data} holds neither ${name}.tar.xz nor a folder ${name}`)
  const index = readdirSync(folder).find((file) => /^index.*\.json$/.test(file))
  if (index === undefined) throw new Error(`${folder} holds no index*.json`)
  const { items } = JSON.parse(readFileSync(join(folder, index), 'utf8')) as { items: readonly Item[] }
  return {
    name,
    items: items.filter((item) => item.exclude === undefined || item.exclude === false),
    bytesOf: (item) => readFileSync(join(folder, item.file)),
  }
}
