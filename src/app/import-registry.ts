import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { InputError } from '../core/errors.ts'
import type { Change } from '../registry/merge-rows.ts'
import { parseRegistryFiles, REGISTRY_FILES, type RegistryFiles } from '../registry/read-registry.ts'
import { readText } from '../registry/read-text.ts'
import { readWorkbook } from '../registry/workbook/read-workbook.ts'
import type { Config } from './config.ts'
import type { Edges } from './edges.ts'
import { importRows, refuseOtherUnits } from './import-rows.ts'
import { loadPackOf } from './inputs.ts'
import { type CheckedAddress, newAddresses } from './new-addresses.ts'
import { probeAddresses } from './probe-addresses.ts'
import { bytesOf } from './read-bytes.ts'
import { changingRegistry } from './registry-lock.ts'
import { writeFiles } from './write-files.ts'

/** What is imported, and how. */
export interface ImportRequest {
  readonly config: Config
  /** The workbook. */
  readonly file: string
  /** The only unit whose rows may be in it; null = any. */
  readonly unit: string | null
  /** Whether rows that the workbook does not have are removed. */
  readonly deleteMissing: boolean
  /** Whether new addresses are asked for. */
  readonly check: boolean
  /** Whether dead addresses are imported all the same. */
  readonly force: boolean
  readonly edges: Edges
}

/** What an import has done. */
export interface ImportResult {
  readonly changes: readonly Change[]
  /** New addresses that are dead for certain, and were not imported unless forced. */
  readonly dead: readonly CheckedAddress[]
  /** New addresses that were imported though nobody could tell whether they work. */
  readonly unsettled: readonly CheckedAddress[]
  /** Sheets and columns that no register has. */
  readonly ignored: readonly string[]
}

/** The registry's files as they are, byte order marks and all. Those that are missing are left out. */
async function readFiles(directory: string): Promise<RegistryFiles> {
  const files: Record<string, string> = {}
  for (const name of REGISTRY_FILES) {
    const read = await readText(join(directory, name))
    if (read === null) continue
    if (typeof read !== 'string') throw new InputError([read])
    files[name] = await readFile(join(directory, name), 'utf8')
  }
  return files
}

const keyOf = ({ file, id, column }: Change): string => `${file}\n${id}\n${column}`

/**
 * Merges a workbook into the registry's files: all of them or none are written, and what does not change stays as it
 * is, byte for byte. New addresses are asked for at once; one that is dead for certain is turned down with its cell, or
 * with its row where that is new, and the rest is imported. Throws {@link InputError} for anything wrong in the workbook.
 */
export const importRegistry = (request: ImportRequest): Promise<ImportResult> =>
  changingRegistry(request.config.registry, () => mergeWorkbook(request))

async function mergeWorkbook(request: ImportRequest): Promise<ImportResult> {
  const { config, file, edges, deleteMissing } = request
  const items = new Set((await loadPackOf(config)).items.keys())
  const book = readWorkbook(file, await bytesOf(file), items)
  const files = await readFiles(config.registry)
  if (request.unit !== null) {
    refuseOtherUnits(book.sheets, parseRegistryFiles(files, items, config.registry), request.unit)
  }
  const all = importRows(files, book.sheets, items, config.registry, { accept: () => true, deleteMissing })
  const brought = newAddresses(all.changes, book.sheets)
  const reached =
    request.check && brought.length > 0
      ? await probeAddresses(
          config,
          brought.map((one) => one.address),
          edges,
        )
      : new Map()
  const checked = brought.flatMap((one): readonly CheckedAddress[] => {
    const found = reached.get(one.address)
    return found === undefined ? [] : [{ ...one, state: found.state, cause: found.cause }]
  })
  const dead = checked.filter((one) => one.state === 'dead')
  const refused = new Set(request.force ? [] : dead.map((one) => keyOf(one.change)))
  const accept = (change: Change): boolean => !refused.has(keyOf(change))
  const taken =
    refused.size === 0
      ? all
      : importRows(files, book.sheets, items, config.registry, { accept, deleteMissing })
  const changed = Object.entries(taken.files).filter(([name, text]) => files[name] !== text)
  if (changed.length > 0) {
    await writeFiles(
      config.registry,
      changed.map(([path, content]) => ({ path, content })),
    )
  }
  const unsettled = checked.filter((one) => one.state !== 'dead' && one.state !== 'alive')
  const ignored = [
    ...book.others,
    ...book.sheets.flatMap(({ name, unknown }) => unknown.map((one) => `${name}: ${one}`)),
  ]
  return { changes: taken.changes, dead, unsettled, ignored }
}
