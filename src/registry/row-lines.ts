import type { Register } from './register.ts'
import { readTable } from './table.ts'

/** The line (1-based) on which each row of a register's file stands, by the row's id. An absent file has none. */
export function rowLines(
  register: Pick<Register<unknown>, 'file' | 'headings'>,
  text: string | undefined,
): ReadonlyMap<string, number> {
  const columns = register.headings.map((heading) => heading.id)
  const { rows } = readTable({ name: register.file, text: text ?? columns.join(',') }, register.headings)
  return new Map(rows.map(({ line, cells }) => [cells.id ?? '', line]))
}
