import { type Day, dayAt } from '../core/day.ts'
import { formatRegistry } from '../registry/format.ts'
import { REGISTER_LIST, type RegisterName } from '../registry/registers.ts'
import type { Registry } from '../registry/registry.ts'
import { registryTemplate } from '../registry/template.ts'
import type { Config } from './config.ts'
import type { Edges } from './edges.ts'
import { loadInputs, planOf } from './inputs.ts'
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
  const { pack, registry, warnings } = await loadInputs(config, asOf)
  const plan = planOf(pack, registry, asOf, { units: [], items: [] })
  return {
    units: registry.units.size,
    ...countsOf(registry),
    duties: plan.duties.length,
    subjects: plan.subjects.length,
    warnings,
  }
}

const write = async (
  directory: string,
  files: Readonly<Record<string, string>>,
): Promise<readonly string[]> => {
  const list = Object.entries(files).map(([path, content]) => ({ path, content }))
  await writeFiles(directory, list)
  return list.map((file) => file.path)
}

/** Writes the registry as clean CSV files that Excel opens with Chinese intact. */
export async function exportRegistry(
  config: Config,
  directory: string,
  edges: Edges,
): Promise<readonly string[]> {
  const { registry } = await loadInputs(config, dayAt(edges.now()))
  return write(directory, formatRegistry(registry))
}

/** Writes a registry of examples to start from. */
export const writeRegistryTemplate = (directory: string): Promise<readonly string[]> =>
  write(directory, registryTemplate())
