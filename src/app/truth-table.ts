import type { CheckId, ItemId, UnitId } from '../core/ids.ts'

/** A place at which a check speaks or must be silent. */
interface Place {
  readonly unit: UnitId
  readonly item: ItemId
}

/** What is known of a city that was made up: its faults, and innocent places with the checks that must not accuse them. */
export interface Truth {
  readonly faults: readonly (Place & { readonly check: CheckId })[]
  readonly traps: readonly (Place & { readonly mayNotAccuse: readonly CheckId[] })[]
}

/** How one check did: faults put there and found, innocent look-alikes, and places accused that are innocent. */
export interface TruthRow {
  readonly check: CheckId
  readonly seeded: number
  readonly found: number
  readonly innocents: number
  readonly falselyAccused: number
}

/** Holds findings against the truth, a row a check. A place counts once, whatever else is wrong there. */
export function truthTable(
  checks: readonly CheckId[],
  truth: Truth,
  findings: readonly (Place & { readonly check: CheckId })[],
): readonly TruthRow[] {
  const placesOf = (list: readonly (Place & { readonly check: CheckId })[], check: CheckId) =>
    new Set(list.filter((one) => one.check === check).map((one) => `${one.unit} ${one.item}`))
  return checks.map((check) => {
    const seeded = placesOf(truth.faults, check)
    const accused = placesOf(findings, check)
    return {
      check,
      seeded: seeded.size,
      found: [...seeded].filter((place) => accused.has(place)).length,
      innocents: truth.traps.filter((trap) => trap.mayNotAccuse.includes(check)).length,
      falselyAccused: [...accused].filter((place) => !seeded.has(place)).length,
    }
  })
}
