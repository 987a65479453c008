import { EXIT, InputError, type Problem } from '../core/errors.ts'
import type { Pack } from '../policy/pack.ts'
import { nearestName, unitFinder } from '../registry/find-unit.ts'
import type { Registry } from '../registry/registry.ts'
import type { Duty } from './duty.ts'

/**
 * Only the duties of the chosen units (ids, names or aliases) and items; an empty choice means all. Throws
 * {@link InputError} for a unit or item that is not there.
 */
export function limitDuties(
  duties: readonly Duty[],
  pack: Pack,
  registry: Registry,
  scope: { readonly units: readonly string[]; readonly items: readonly string[] },
): readonly Duty[] {
  const find = unitFinder(registry.units)
  const problems: Problem[] = []
  const units = new Set<string>()
  for (const words of scope.units) {
    const unit = find(words)
    if (unit !== null) units.add(unit.id)
    else {
      const near = nearestName(words, registry.units)
      const hint = near === null ? '' : ` 是否为“${near}”/ did you mean ${near}?`
      problems.push({ file: '--unit', message: `没有单位“${words}”/ no unit ${words}.${hint}` })
    }
  }
  for (const item of scope.items.filter((one) => !pack.items.has(one))) {
    problems.push({
      file: '--item',
      message: `没有责任事项“${item}”/ no item ${item}; expected an id such as 2.18.`,
    })
  }
  if (problems.length > 0) throw new InputError(problems, EXIT.usage)
  return duties.filter(
    (duty) =>
      (units.size === 0 || units.has(duty.unit.id)) &&
      (scope.items.length === 0 || scope.items.includes(duty.item.id)),
  )
}
