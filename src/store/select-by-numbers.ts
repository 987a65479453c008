import type { CompiledQuery } from 'kysely'
import type { ReadRows } from './insert-rows.ts'

/** So many numbers are looked up by one statement, whose list is filled up with repetitions. */
export const NUMBERS_AT_ONCE = 256

/**
 * Looks rows up by lists of numbers, with a statement that is compiled once. `compile` is given a list of
 * {@link NUMBERS_AT_ONCE} numbers, which must be the last parameters of its statement; `before` are those that come first.
 */
export function selectByNumbers(
  readRows: ReadRows,
  compile: (numbers: readonly number[]) => CompiledQuery,
): (before: readonly unknown[], numbers: readonly number[]) => readonly (readonly unknown[])[] {
  let compiled: CompiledQuery | null = null
  return (before, numbers) => {
    const rows: (readonly unknown[])[] = []
    for (let at = 0; at < numbers.length; at += NUMBERS_AT_ONCE) {
      const wanted = numbers.slice(at, at + NUMBERS_AT_ONCE)
      const [first = 0] = wanted
      const filled = Array.from({ length: NUMBERS_AT_ONCE }, (_, place) => wanted[place] ?? first)
      compiled ??= compile(filled)
      for (const row of readRows({ ...compiled, parameters: [...before, ...filled] })) rows.push(row)
    }
    return rows
  }
}
