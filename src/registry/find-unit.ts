import type { UnitId } from '../core/ids.ts'
import type { Unit } from './unit.ts'

type Units = ReadonlyMap<UnitId, Unit>

/** Finds a unit by its id, name or an alias. */
export function unitFinder(units: Units): (words: string) => Unit | null {
  const byName = new Map<string, Unit>()
  for (const unit of units.values()) for (const name of [unit.name, ...unit.aliases]) byName.set(name, unit)
  return (words) => units.get(words) ?? byName.get(words) ?? null
}

/** Shared characters of two words, as a part of all their characters (Dice), 0 to 1. */
function likeness(words: string, name: string): number {
  const letters = new Set(words)
  const others = new Set(name)
  const shared = [...others].filter((letter) => letters.has(letter)).length
  return (2 * shared) / (others.size + letters.size)
}

/** The known name or id that shares most characters with the words, for a misspelling; null when none is near. */
export function nearestName(words: string, units: Units): string | null {
  const [best] = [...units.values()]
    .flatMap((unit) => [unit.name, ...unit.aliases, unit.id])
    .map((name) => ({ name, likeness: likeness(words, name) }))
    .sort((a, b) => b.likeness - a.likeness || (a.name < b.name ? -1 : 1))
  return best !== undefined && best.likeness >= 0.6 ? best.name : null
}

/** A question that offers the nearest name, to end a message with; empty when none is near. */
export function nearestHint(words: string, units: Units): string {
  const near = nearestName(words, units)
  return near === null ? '' : ` 是否为“${near}”？/ did you mean ${near}?`
}
