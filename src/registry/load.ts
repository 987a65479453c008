import { InputError } from '../core/errors.ts'
import type { ItemId } from '../core/ids.ts'
import type { Heading } from './register.ts'
import { REGISTER_LIST, type Registers } from './registers.ts'
import type { Registry } from './registry.ts'
import { readRowsOfUnits } from './rows-of-units.ts'
import type { TextFile } from './table.ts'
import { UNITS_FILE } from './unit-headings.ts'
import { parseUnits } from './units.ts'

/** Hands out a file of the registry by its name; null when there is none. */
export type TextOf = (file: string) => TextFile | null

const empty = (name: string, headings: readonly Heading[]): TextFile => ({
  name,
  text: headings.map((heading) => heading.id).join(','),
})

/**
 * Texts to types, cross-checked against the policy's items. A register without a file holds no rows. Throws
 * {@link InputError} with every problem of every file, each with file, line, column and value, in the order of the files
 * and their lines.
 */
export function parseRegistry(textOf: TextOf, items: ReadonlySet<ItemId>, hash: string): Registry {
  const units = parseUnits(textOf(UNITS_FILE) ?? { name: UNITS_FILE, text: '' }, items)
  const rows = REGISTER_LIST.map(([name, register]) => {
    const file = textOf(register.file) ?? empty(register.file, register.headings)
    return { name, ...readRowsOfUnits(file, register, units, { items }) }
  })
  const problems = [units, ...rows].flatMap((file) =>
    [...file.problems].sort((a, b) => (a.line ?? 0) - (b.line ?? 0)),
  )
  if (problems.length > 0) throw new InputError(problems)
  const lists = Object.fromEntries(rows.map(({ name, list }) => [name, list])) as unknown as Registers
  return { units: units.units, ...lists, hash }
}
