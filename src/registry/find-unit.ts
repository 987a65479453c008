import type { UnitId } from '../core/ids.ts'
import type { Unit } from './unit.ts'

/** Finds a unit by its id, name or an alias. */
export function unitFinder(units: ReadonlyMap<UnitId, Unit>): (words: string) => Unit | null {
  const byName = new Map<string, Unit>()
  for (const unit of units.values()) for (const name of [unit.name, ...unit.aliases]) byName.set(name, unit)
  return (words) => units.get(words) ?? byName.get(words) ?? null
}

/** The known name that shares most characters with the words, as a hint for a misspelling; null when none is near. */
export function nearestName(words: string, units: ReadonlyMap<UnitId, Unit>): string | null {
  const letters = new Set(words)
  const scored = [...units.values()]
    .flatMap((unit) => [unit.name, unit.id, ...unit.aliases])
    .map((name) => {
      const shared = [...new Set(name)].filter((letter) => letters.has(letter)).length
      return { name, likeness: (2 * shared) / (new Set(name).size + letters.size) }
    })
    .sort((a, b) => b.likeness - a.likeness || (a.name < b.name ? -1 : 1))
  const [best] = scored
  return best !== undefined && best.likeness >= 0.6 ? best.name : null
}
