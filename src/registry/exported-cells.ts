import type { Cells, Heading } from './register.ts'
import { REGISTER_LIST } from './registers.ts'
import type { Registry } from './registry.ts'
import { unitCells } from './unit-cells.ts'
import { UNIT_HEADINGS, UNITS_FILE } from './unit-headings.ts'

/** The cells of one register as an export writes them: by the row's id and the column's. */
export type ExportedCells = (id: string, column: string) => string | undefined

function lookUp(headings: readonly Heading[], rows: readonly Cells[]): ExportedCells {
  const byId = new Map(rows.map((cells) => [cells[0] ?? '', cells]))
  const places = new Map(headings.map((heading, at) => [heading.id, at]))
  return (id, column) => {
    const cells = byId.get(id)
    const at = places.get(column)
    return cells === undefined || at === undefined ? undefined : (cells[at] ?? '')
  }
}

/**
 * What an export writes for each cell, by file. It may be spelt otherwise than the CSV file: units by their ids, addresses in
 * canonical form.
 */
export const exportedCells = (registry: Registry): ReadonlyMap<string, ExportedCells> =>
  new Map([
    [UNITS_FILE, lookUp(UNIT_HEADINGS, [...registry.units.values()].map(unitCells))],
    ...REGISTER_LIST.map(
      ([name, register]) =>
        [
          register.file,
          lookUp(
            register.headings,
            registry[name].map((row) => register.cells(row)),
          ),
        ] as const,
    ),
  ])
