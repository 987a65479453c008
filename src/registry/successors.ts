import type { UnitId } from '../core/ids.ts'
import { nearestHint, unitFinder } from './find-unit.ts'
import type { Unit } from './unit.ts'

type Units = ReadonlyMap<UnitId, Unit>

/** The units with each successor, given as an id, name or alias, turned into an id where there is such a unit. */
export function withSuccessorIds(units: Units): Units {
  const find = unitFinder(units)
  const resolved = (unit: Unit): Unit =>
    unit.successor === null ? unit : { ...unit, successor: find(unit.successor)?.id ?? unit.successor }
  return new Map([...units].map(([id, unit]) => [id, resolved(unit)]))
}

/** Whether following the successors from a unit leads back to it. */
function comesBack(unit: Unit, units: Units): boolean {
  const seen = new Set<UnitId>()
  let next = unit.successor
  while (next !== null && !seen.has(next)) {
    if (next === unit.id) return true
    seen.add(next)
    next = units.get(next)?.successor ?? null
  }
  return false
}

/** What is wrong with a unit's successor, and what to do about it; null when nothing is. */
export function successorFault(unit: Unit, units: Units): string | null {
  if (unit.successor === null) return null
  if (!units.has(unit.successor)) {
    const hint = nearestHint(unit.successor, units)
    return `单位表中没有这个单位 / no such unit in this file; give the id of the unit that took over.${hint}`
  }
  if (comesBack(unit, units)) {
    return '承接单位循环 / the successors lead back to this unit; one of them must end the chain.'
  }
  if (unit.activeTo === null) {
    return '填写了承接单位但未填 active_to / a successor needs the unit’s last day in active_to; fill it in or take the successor out.'
  }
  return null
}
