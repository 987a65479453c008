import { readRegistry } from '../registry/read-registry.ts'
import type { Registry } from '../registry/registry.ts'
import type { Config } from './config.ts'
import { loadPackOf } from './inputs.ts'

/** Reads the registry of a configuration against the items of its rule pack. Throws {@link InputError}. */
export async function readRegistryOf(config: Config): Promise<Registry> {
  const pack = await loadPackOf(config)
  const { registry } = await readRegistry(config.registry, new Set(pack.items.keys()))
  return registry
}
