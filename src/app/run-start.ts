import { dayAt } from '../core/day.ts'
import type { RunStart } from '../store/run-store.ts'
import type { Config } from './config.ts'
import type { Edges } from './edges.ts'
import type { Inputs, Scope } from './inputs.ts'

/** A run as it is begun now, with an id of its own: by today's rules and registry, as of the day configured or today. */
export function runStart(
  kind: RunStart['kind'],
  config: Config,
  inputs: Inputs,
  scope: Scope,
  edges: Edges,
): RunStart {
  const startedAt = edges.now()
  const asOf = config.asOf ?? dayAt(startedAt)
  return {
    id: `${asOf}-${edges.hex(6)}`,
    kind,
    startedAt,
    asOf,
    city: config.city,
    packId: inputs.pack.id,
    packVersion: inputs.pack.version,
    packHash: inputs.pack.hash,
    registryHash: inputs.registry.hash,
    controlToken: edges.hex(12),
    registryFiles: inputs.registryFiles,
    units: scope.units,
    items: scope.items,
  }
}
