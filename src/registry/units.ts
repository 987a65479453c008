import type { Problem } from '../core/errors.ts'
import type { ItemId, UnitId } from '../core/ids.ts'
import { type CellReader, cellsOf } from './cells.ts'
import { successorFault, withSuccessorIds } from './successors.ts'
import { readTable, type TextFile } from './table.ts'
import { takenNames } from './taken-names.ts'
import type { Unit } from './unit.ts'
import { UNIT_HEADINGS, UNIT_KINDS } from './unit-headings.ts'

/** Units by id, and whether every row of the file could be read: if not, a unit that others name may just be unread. */
export interface ParsedUnits {
  readonly units: ReadonlyMap<UnitId, Unit>
  readonly whole: boolean
  readonly problems: readonly Problem[]
}

function unitOf(cells: CellReader, items: ReadonlySet<ItemId>): Unit {
  const relevantItems = cells.list('relevant_items')
  for (const item of relevantItems.filter((one) => !items.has(one))) {
    cells.reject(
      'relevant_items',
      `没有责任事项 ${item} / the policy has no item ${item}; expected ids such as 2.18, separated by ;.`,
    )
  }
  const activeFrom = cells.day('active_from')
  const activeTo = cells.day('active_to')
  if (activeFrom !== null && activeTo !== null && activeTo < activeFrom) {
    cells.reject(
      'active_to',
      `早于 active_from / earlier than active_from (${activeFrom}); swap or mend them.`,
    )
  }
  return {
    id: cells.id('id'),
    name: cells.required('name'),
    aliases: cells.list('aliases'),
    kind: cells.oneOf('kind', UNIT_KINDS) ?? 'department',
    site: cells.address('site'),
    activeFrom,
    activeTo,
    successor: cells.text('successor') || null,
    relevantItems,
    contact: cells.text('contact') || null,
    emails: {
      site: cells.email('email'),
      office: cells.email('office_email'),
      leader: cells.email('leader_email'),
    },
  }
}

/**
 * Reads units.csv. Problems: doubled ids, names or aliases, unknown items, bad or reversed days, impossible sites,
 * successors that are unknown, lead back or have no day on which they take over.
 */
export function parseUnits(file: TextFile, items: ReadonlySet<ItemId>): ParsedUnits {
  const table = readTable(file, UNIT_HEADINGS)
  const problems: Problem[] = [...table.problems]
  const read = new Map<UnitId, Unit>()
  const readers = new Map<UnitId, CellReader>()
  const taken = takenNames()
  for (const row of table.rows) {
    const cells = cellsOf(file.name, row, problems)
    const unit = unitOf(cells, items)
    taken.take(unit, row.line, cells)
    if (read.has(unit.id)) continue
    read.set(unit.id, unit)
    readers.set(unit.id, cells)
  }
  const units = withSuccessorIds(read)
  for (const unit of units.values()) {
    const fault = successorFault(unit, units)
    if (fault !== null) readers.get(unit.id)?.reject('successor', fault)
  }
  return { units, whole: table.problems.length === 0, problems }
}
