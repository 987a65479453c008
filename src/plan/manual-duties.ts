import { addPeriod, type Day } from '../core/day.ts'
import { formatProblem } from '../core/errors.ts'
import type { UnitId } from '../core/ids.ts'
import type { ManualDuty } from '../policy/general-duty.ts'
import type { Pack } from '../policy/pack.ts'
import type { Attestation } from '../registry/attestation.ts'
import type { Registry } from '../registry/registry.ts'
import { owingUnits } from './owing-units.ts'

/** A clause that only a person can see, with the units that owe it. */
export interface ManualClause {
  readonly clause: string
  readonly title: string
  /** The policy's words. */
  readonly words: string
  readonly manual: ManualDuty
  readonly units: ReadonlySet<UnitId>
}

/** attested = within one cadence; lapsed = longer ago; never = not at all. */
export type AttestedState = 'attested' | 'lapsed' | 'never'

/** A clause at one unit, and what is attested of it on a day. */
export interface AttestedDuty {
  readonly unit: UnitId
  readonly clause: ManualClause
  readonly state: AttestedState
  /** The newest one up to the day; null = never. */
  readonly attestation: Attestation | null
  /** The last day on which it is valid. */
  readonly until: Day | null
}

/**
 * Every clause with a manual entry and who owes it on a day: an item by those who owe the item, a general duty by every
 * unit that owes any item. Duties of the General Office itself stand on no unit's card.
 */
export function manualClauses(pack: Pack, registry: Registry, asOf: Day): readonly ManualClause[] {
  const items = [...pack.items.values()].map((item) => ({
    item,
    units: new Set(owingUnits(item, registry, asOf).map((unit) => unit.id)),
  }))
  const everyUnit = new Set(items.flatMap(({ units }) => [...units]))
  const general = pack.general.flatMap(({ id, title, clause, manual, owedBy }) =>
    manual === null || owedBy === 'office'
      ? []
      : [{ clause: id, title, words: clause, manual, units: everyUnit }],
  )
  const ofItems = items.flatMap(({ item: { id, title, clause, manual }, units }) =>
    manual === null ? [] : [{ clause: id, title, words: clause, manual, units }],
  )
  return [...general, ...ofItems]
}

const newestOf = (list: readonly Attestation[]): Attestation | null =>
  [...list].sort((a, b) => (a.on === b.on ? (a.id < b.id ? 1 : -1) : a.on < b.on ? 1 : -1))[0] ?? null

/** What is attested of every manual clause at every unit that owes it, as it stands on a day: later ones do not count yet. */
export function attestedDuties(pack: Pack, registry: Registry, asOf: Day): readonly AttestedDuty[] {
  const known = registry.attestations.filter((one) => one.on <= asOf)
  return manualClauses(pack, registry, asOf).flatMap((clause) =>
    [...clause.units].map((unit): AttestedDuty => {
      const own = known.filter((one) => one.unit === unit && one.clause === clause.clause)
      const attestation = newestOf(own)
      const until = attestation === null ? null : addPeriod(attestation.on, clause.manual.every)
      const state = until === null ? 'never' : until < asOf ? 'lapsed' : 'attested'
      return { unit, clause, state, attestation, until }
    }),
  )
}

/** Attestations of clauses that nobody looks at by hand, or that their unit does not owe: odd, not wrong. */
export function strayAttestations(pack: Pack, registry: Registry, asOf: Day): readonly string[] {
  const clauses = new Map(manualClauses(pack, registry, asOf).map((one) => [one.clause, one.units]))
  return registry.attestations
    .filter((one) => clauses.get(one.clause)?.has(one.unit) !== true)
    .map((one) =>
      formatProblem({
        file: 'attestations.csv',
        column: 'clause',
        message: `${one.id}：${one.unit} 在 ${asOf} 没有须人工核查的条款“${one.clause}”/ ${one.unit} has no clause ${one.clause} to attest on ${asOf}; mend the clause or remove the row.`,
      }),
    )
}
