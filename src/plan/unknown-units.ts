import type { Problem } from '../core/errors.ts'
import type { Pack } from '../policy/pack.ts'
import { nearestHint, unitFinder } from '../registry/find-unit.ts'
import type { Registry } from '../registry/registry.ts'

/** Units that the policy names and the registry does not have: without them duties would be lost. */
export function unknownUnits(pack: Pack, registry: Registry): readonly Problem[] {
  const find = unitFinder(registry.units)
  const missing = new Map<string, string[]>()
  for (const item of pack.items.values()) {
    for (const name of item.owedBy.units.filter((one) => find(one) === null)) {
      missing.set(name, [...(missing.get(name) ?? []), item.id])
    }
  }
  return [...missing].map(([name, items]) => ({
    file: 'units.csv',
    column: 'name',
    message: `缺少“${name}”（责任事项 ${items.join('、')}）/ the policy names ${name} (items ${items.join(', ')}); add the unit, or add the name to a unit's aliases.${nearestHint(name, registry.units)}`,
  }))
}
