import { EXIT, InputError, type Problem } from '../core/errors.ts'
import type { ItemId, UnitId } from '../core/ids.ts'
import type { Pack } from '../policy/pack.ts'
import { nearestHint, unitFinder } from '../registry/find-unit.ts'
import type { Registry } from '../registry/registry.ts'
import type { Duty } from './duty.ts'

/** A choice of units (ids, names or aliases) and items (ids or titles); an empty list chooses all. */
export interface Choice {
  readonly units: readonly string[]
  readonly items: readonly string[]
}

function chosenUnits(words: readonly string[], registry: Registry, problems: Problem[]): ReadonlySet<UnitId> {
  const find = unitFinder(registry.units)
  const chosen = new Set<UnitId>()
  for (const word of words) {
    const unit = find(word)
    if (unit !== null) chosen.add(unit.id)
    else {
      const hint = nearestHint(word, registry.units)
      const message = `单位表中没有“${word}” / no unit ${word} in units.csv; give an id, a name or an alias of it.${hint}`
      problems.push({ file: '--unit', message })
    }
  }
  return chosen
}

function chosenItems(words: readonly string[], pack: Pack, problems: Problem[]): ReadonlySet<ItemId> {
  const byTitle = new Map([...pack.items.values()].map((item) => [item.title, item.id]))
  const chosen = new Set<ItemId>()
  for (const word of words) {
    const item = pack.items.has(word) ? word : byTitle.get(word)
    if (item !== undefined) chosen.add(item)
    else {
      const message = `没有责任事项“${word}” / no item ${word}; give an id such as 2.18.`
      problems.push({ file: '--item', message })
    }
  }
  return chosen
}

/**
 * Only the duties of the chosen units and items. Throws {@link InputError} (usage) that names every unit or item that is
 * not there, or says that the chosen units owe none of the chosen items.
 */
export function limitDuties(
  duties: readonly Duty[],
  pack: Pack,
  registry: Registry,
  choice: Choice,
): readonly Duty[] {
  const problems: Problem[] = []
  const units = chosenUnits(choice.units, registry, problems)
  const items = chosenItems(choice.items, pack, problems)
  if (problems.length > 0) throw new InputError(problems, EXIT.usage)
  const chosen = duties.filter(
    (duty) => (units.size === 0 || units.has(duty.unit.id)) && (items.size === 0 || items.has(duty.item.id)),
  )
  if (chosen.length === 0 && units.size + items.size > 0) {
    const what = [...units, ...items].join(', ')
    const message = `所选范围内没有责任 / nobody owes anything among ${what} on that day; choose other units or items.`
    throw new InputError([{ file: '--unit --item', message }], EXIT.usage)
  }
  return chosen
}
