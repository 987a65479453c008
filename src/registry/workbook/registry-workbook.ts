import type { UnitId } from '../../core/ids.ts'
import type { Cells } from '../register.ts'
import { REGISTER_LIST } from '../registers.ts'
import type { Registry } from '../registry.ts'
import { SHEETS } from '../sheets.ts'
import { templateRows } from '../template.ts'
import { unitCells } from '../unit-cells.ts'
import { writeWorkbook } from './write-workbook.ts'

const withRows = (rowsOf: (file: string) => readonly Cells[]) =>
  SHEETS.map((sheet) => ({ ...sheet, rows: rowsOf(sheet.file) }))

/**
 * A registry as one workbook. Limited to a unit, it is the list on which that unit corrects its addresses: what is the
 * unit's, with a column for new addresses.
 */
export function registryWorkbook(registry: Registry, unit: UnitId | null): Promise<Uint8Array> {
  const registers = new Map(REGISTER_LIST.map(([name, register]) => [register.file, { name, register }]))
  const rowsOf = (file: string): readonly Cells[] => {
    const found = registers.get(file)
    if (found === undefined) {
      return [...registry.units.values()].filter(({ id }) => (unit ?? id) === id).map(unitCells)
    }
    return registry[found.name]
      .filter((row) => (unit ?? row.unit) === row.unit)
      .map((row) => found.register.cells(row))
  }
  return writeWorkbook(withRows(rowsOf), { newAddresses: unit !== null })
}

/** The workbook to start from. */
export const workbookTemplate = (): Promise<Uint8Array> => writeWorkbook(withRows(templateRows))
