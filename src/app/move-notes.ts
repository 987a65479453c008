import { toAddress } from '../core/address.ts'
import type { Day } from '../core/day.ts'
import { formatProblem } from '../core/errors.ts'
import { incumbent } from '../plan/owing-units.ts'
import { unitFinder } from '../registry/find-unit.ts'
import { movesOn } from '../registry/moves.ts'
import { REGISTER_LIST } from '../registry/registers.ts'
import { readTable } from '../registry/table.ts'
import { UNIT_HEADINGS, UNITS_FILE } from '../registry/unit-headings.ts'
import type { Inputs } from './inputs.ts'

const UNITS = { file: UNITS_FILE, headings: UNIT_HEADINGS }

/** Registered addresses that have moved, as their units have declared for a day: the new ones are to be registered. */
export function moveNotes(
  { registry, registryFiles }: Pick<Inputs, 'registry' | 'registryFiles'>,
  day: Day,
): readonly string[] {
  const moves = movesOn(registry.notices, day)
  const find = unitFinder(registry.units)
  return [UNITS, ...REGISTER_LIST.map(([, register]) => register)].flatMap(({ file, headings }) => {
    const text = registryFiles[file]
    const moving = headings.filter((heading) => heading.moves === true)
    if (text === undefined || moving.length === 0) return []
    return readTable({ name: file, text }, headings).rows.flatMap(({ line, cells }) => {
      const unit = find((file === UNITS_FILE ? cells.id : cells.unit) ?? '')
      const holder = unit === null ? null : incumbent(unit, registry.units, day)
      if (holder === null) return []
      return moving.flatMap(({ id: column }) => {
        const address = toAddress(cells[column] ?? '')
        const to = address === null ? null : moves.to(holder.id, address)
        if (to === null) return []
        const message = `“${address}”: 已报备迁移到 ${to}，报备期内按新网址检查；请在期满前更新登记网址 / a notice declares that this has moved to ${to}, which is judged while the notice lasts; register the new address before it ends.`
        return [formatProblem({ file, line, column, message })]
      })
    })
  })
}
