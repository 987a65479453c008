import { csvText } from './csv-text.ts'
import type { Cells, Heading } from './register.ts'
import { REGISTER_LIST } from './registers.ts'
import type { Registry } from './registry.ts'
import { unitCells } from './unit-cells.ts'
import { UNIT_HEADINGS, UNITS_FILE } from './unit-headings.ts'

const csv = (headings: readonly Heading[], rows: readonly Cells[]): string =>
  csvText(
    headings.map((heading) => heading.id),
    rows,
  )

/** A registry as CSV files, by name, that Excel opens with Chinese intact. Reading them gives the same registry again. */
export const formatRegistry = (registry: Registry): Readonly<Record<string, string>> => ({
  [UNITS_FILE]: csv(UNIT_HEADINGS, [...registry.units.values()].map(unitCells)),
  ...Object.fromEntries(
    REGISTER_LIST.map(([name, register]) => [
      register.file,
      csv(
        register.headings,
        registry[name].map((row) => register.cells(row)),
      ),
    ]),
  ),
})
