import type { CompiledQuery, Kysely } from 'kysely'
import type { Tables } from './tables.ts'

/** So many numbers are looked up by one statement, whose list is filled up with repetitions. */
export const NUMBERS_AT_ONCE = 256

/**
 * Looks rows up by lists of numbers, with a statement that is compiled once. `compile` is given a list of
 * {@link NUMBERS_AT_ONCE} numbers, which must be the last parameters of its statement; `before` are those that come first.
 */
export function selectByNumbers<Row>(
  database: Kysely<Tables>,
  compile: (numbers: readonly number[]) => CompiledQuery<Row>,
): (before: readonly unknown[], numbers: readonly number[]) => Promise<readonly Row[]> {
  let compiled: CompiledQuery<Row> | null = null
  return async (before, numbers) => {
    const rows: Row[] = []
    for (let at = 0; at < numbers.length; at += NUMBERS_AT_ONCE) {
      const wanted = numbers.slice(at, at + NUMBERS_AT_ONCE)
      const [first = 0] = wanted
      const filled = Array.from({ length: NUMBERS_AT_ONCE }, (_, place) => wanted[place] ?? first)
      compiled ??= compile(filled)
      const found = await database.executeQuery<Row>({ ...compiled, parameters: [...before, ...filled] })
      for (const row of found.rows) rows.push(row)
    }
    return rows
  }
}
