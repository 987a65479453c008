import { basename, dirname, join } from 'node:path'
import { type Day, dayAt } from '../core/day.ts'
import { EXIT, InputError } from '../core/errors.ts'
import type { UnitId } from '../core/ids.ts'
import { nearestHint, unitFinder } from '../registry/find-unit.ts'
import { formatRegistry } from '../registry/format.ts'
import { REGISTER_LIST, type RegisterName } from '../registry/registers.ts'
import type { Registry } from '../registry/registry.ts'
import { registryTemplate } from '../registry/template.ts'
import { registryWorkbook, workbookTemplate } from '../registry/workbook/registry-workbook.ts'
import type { Config } from './config.ts'
import type { Edges } from './edges.ts'
import { loadInputs, planOf } from './inputs.ts'
import { moveNotes } from './move-notes.ts'
import { registryNotes } from './registry-notes.ts'
import { writeFiles } from './write-files.ts'

/** What a registry holds, and what is odd about it. */
export interface RegistryLint extends Readonly<Record<RegisterName, number>> {
  readonly units: number
  readonly duties: number
  readonly subjects: number
  readonly warnings: readonly string[]
}

const countsOf = (registry: Registry): Readonly<Record<RegisterName, number>> =>
  Object.fromEntries(REGISTER_LIST.map(([name]) => [name, registry[name].length])) as Record<
    RegisterName,
    number
  >

/** Reads the registry with all its cross-checks. Throws {@link InputError} with every mistake. */
export async function lintRegistry(config: Config, edges: Edges): Promise<RegistryLint> {
  const asOf: Day = config.asOf ?? dayAt(edges.now())
  const inputs = await loadInputs(config, asOf)
  const { pack, registry } = inputs
  const plan = planOf(pack, registry, asOf, { units: [], items: [] })
  return {
    units: registry.units.size,
    ...countsOf(registry),
    duties: plan.duties.length,
    subjects: plan.subjects.length,
    warnings: [...inputs.warnings, ...moveNotes(inputs, asOf), ...registryNotes(inputs, asOf)],
  }
}

const write = async (
  directory: string,
  files: Readonly<Record<string, string>>,
): Promise<readonly string[]> => {
  const list = Object.entries(files).map(([path, content]) => ({ path, content }))
  await writeFiles(directory, list)
  return list.map((file) => join(directory, file.path))
}

/** Writes a workbook, whole or not at all. Returns its path. */
async function writeBook(file: string, content: Uint8Array): Promise<readonly string[]> {
  await writeFiles(dirname(file), [{ path: basename(file), content }])
  return [file]
}

const FILE_NAME = /\.(?:csv|xls|xlsm|xlsb|ods|et|txt)$/i

/** Whether a target is a workbook; if not it is a folder. Throws {@link InputError} (usage) for a file of another kind. */
function isBook(target: string): boolean {
  if (FILE_NAME.test(target)) {
    const message =
      '应为目录，或以 .xlsx 结尾的文件 / expected a folder, for CSV files, or a file that ends in .xlsx.'
    throw new InputError([{ file: target, message }], EXIT.usage)
  }
  return /\.xlsx$/i.test(target)
}

function unitOf(words: string, registry: Registry, target: string): UnitId {
  const unit = unitFinder(registry.units)(words)
  const fault = (message: string) => new InputError([{ file: `--unit ${words}`, message }], EXIT.usage)
  if (unit === null) {
    const hint = nearestHint(words, registry.units)
    throw fault(`单位表中没有这个单位 / no such unit in units.csv.${hint}`)
  }
  if (!isBook(target)) {
    throw fault('只能导出为 .xlsx / one unit’s list is a workbook; name a file that ends in .xlsx.')
  }
  return unit.id
}

/**
 * Writes the registry as one workbook where the target ends in `.xlsx`, else as clean CSV files into a folder. Limited to
 * a unit, the workbook has columns for new addresses. Returns the paths written.
 */
export async function exportRegistry(
  config: Config,
  target: string,
  unit: string | null,
  edges: Edges,
): Promise<readonly string[]> {
  const { registry } = await loadInputs(config, dayAt(edges.now()))
  const id = unit === null ? null : unitOf(unit, registry, target)
  return isBook(target)
    ? writeBook(target, await registryWorkbook(registry, id))
    : write(target, formatRegistry(registry))
}

/** Writes a registry of examples to start from: a workbook where the target ends in `.xlsx`, else CSV files. */
export const writeRegistryTemplate = async (target: string): Promise<readonly string[]> =>
  isBook(target) ? writeBook(target, await workbookTemplate()) : write(target, registryTemplate())
