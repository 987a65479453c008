import type { Cells } from './register.ts'
import type { Unit } from './unit.ts'

/** A unit as the cells of units.csv. */
export const unitCells = (unit: Unit): Cells => [
  unit.id,
  unit.name,
  unit.aliases.join(';'),
  unit.kind,
  unit.site,
  unit.activeFrom,
  unit.activeTo,
  unit.successor,
  unit.relevantItems.join(';'),
  unit.contact,
  unit.emails.site,
  unit.emails.office,
  unit.emails.leader,
]
