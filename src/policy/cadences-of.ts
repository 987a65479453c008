import type { Day } from '../core/day.ts'
import type { UnitKind } from '../core/unit-kind.ts'
import type { Cadence, CadenceKind, CadenceScope } from './cadence.ts'
import type { Item } from './item.ts'

/** A unit as far as a cadence may ask for it: its kind, its name and its aliases. */
export interface BoundUnit {
  readonly kind: UnitKind
  readonly names: readonly string[]
}

/** Whether a cadence binds a unit, on whatever day. */
export const bindsUnit = ({ kinds, units }: CadenceScope, unit: BoundUnit): boolean =>
  (kinds === null || kinds.includes(unit.kind)) &&
  (units === null || units.some((name) => unit.names.includes(name)))

/** Whether a cadence is in force on a day; both ends count. */
export const isInForce = ({ from, until }: CadenceScope, day: Day): boolean =>
  (from === null || from <= day) && (until === null || day <= until)

/** The cadences of one kind that an item has for a unit, in the item's order, whenever they are in force. */
export const cadencesOf = <Kind extends CadenceKind>(
  item: Item,
  kind: Kind,
  unit: BoundUnit,
): readonly Extract<Cadence, { kind: Kind }>[] =>
  item.cadences.filter(
    (cadence): cadence is Extract<Cadence, { kind: Kind }> =>
      cadence.kind === kind && bindsUnit(cadence, unit),
  )
