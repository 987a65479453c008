import { checks } from '../checks/index.ts'
import type { Day } from '../core/day.ts'
import { formatProblem, InputError, type Problem } from '../core/errors.ts'
import { duties as dutiesOf, strayColumns, unknownUnits } from '../plan/duties.ts'
import type { Duty } from '../plan/duty.ts'
import { limitDuties } from '../plan/limit.ts'
import { strayAttestations } from '../plan/manual-duties.ts'
import { movedDuties } from '../plan/moved-duties.ts'
import type { Subject } from '../plan/subject.ts'
import { subjects as subjectsOf } from '../plan/subjects.ts'
import type { Pack } from '../policy/pack.ts'
import { readPack } from '../policy/read-pack.ts'
import { movesOn } from '../registry/moves.ts'
import { readRegistry } from '../registry/read-registry.ts'
import type { Registry } from '../registry/registry.ts'
import type { Config } from './config.ts'

/** The policy and who answers for it, read and held against each other. */
export interface Inputs {
  readonly pack: Pack
  readonly registry: Registry
  /** The registry's texts, by file name; a run keeps them. */
  readonly registryFiles: Readonly<Record<string, string>>
  /** Odd but not wrong: shown, and the audit goes on. */
  readonly warnings: readonly string[]
}

/** Which units and items a run is limited to; empty = all. */
export interface Scope {
  readonly units: readonly string[]
  readonly items: readonly string[]
}

/** What has to be judged. */
export interface Plan {
  readonly duties: readonly Duty[]
  readonly subjects: readonly Subject[]
}

/** Reads the rule pack of a configuration. Throws {@link InputError} for a bad pack. */
export const loadPackOf = (config: Config): Promise<Pack> => readPack(config.pack, checks)

/** Holds policy and registry against each other. Throws {@link InputError} when a unit that the policy names is missing. */
export function crossCheck(pack: Pack, registry: Registry, asOf: Day): readonly string[] {
  const problems: readonly Problem[] = unknownUnits(pack, registry)
  if (problems.length > 0) throw new InputError(problems)
  return [
    ...strayColumns(pack, registry, asOf).map(formatProblem),
    ...strayAttestations(pack, registry, asOf),
  ]
}

/** Reads the rule pack and the registry of a configuration; `today` is judged where it names no day. Throws {@link InputError} with every problem found. */
export async function loadInputs(config: Config, today: Day): Promise<Inputs> {
  const pack = await loadPackOf(config)
  const { registry, files } = await readRegistry(config.registry, new Set(pack.items.keys()))
  return { pack, registry, registryFiles: files, warnings: crossCheck(pack, registry, config.asOf ?? today) }
}

/**
 * Duties and subjects on a day, within a scope: what a unit has declared to have moved stands at its new address. Throws
 * {@link InputError} for an unknown unit or item.
 */
export function planOf(pack: Pack, registry: Registry, asOf: Day, scope: Scope): Plan {
  const owed = limitDuties(dutiesOf(pack, registry, asOf), pack, registry, scope)
  const duties = movedDuties(owed, movesOn(registry.notices, asOf))
  return { duties, subjects: subjectsOf(duties) }
}
