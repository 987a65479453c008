import type { CompiledQuery } from 'kysely'
import type { ReadRows } from './insert-rows.ts'

/** So many numbers are looked up by one statement, whose list is filled up with repetitions. */
export const NUMBERS_AT_ONCE = 256

/** So few numbers are looked up one by one. */
const FEW = 8

/**
 * Numbers are dense when no more than so many times as many lie between the first and the last: all of those are read, so
 * many at once.
 */
const DENSE = 4
const DENSE_AT_ONCE = 4_096

/** How many numbers lie between the first and the last, these two included. */
const spanOf = (numbers: readonly number[]): number => (numbers.at(-1) ?? 0) - (numbers[0] ?? 0) + 1
const isDense = (numbers: readonly number[]): boolean => spanOf(numbers) <= numbers.length * DENSE

/** Statements that select rows by their number, which is the first column; numbers are their last parameters. */
export interface ByNumber {
  readonly list: (numbers: readonly number[]) => CompiledQuery
  readonly range: (first: number, last: number) => CompiledQuery
}

/** Looks rows up; `before` are the parameters that come first. Rows come in no particular order. */
export type SelectByNumbers = (
  before: readonly unknown[],
  numbers: readonly number[],
) => readonly (readonly unknown[])[]

/** Whether each number is greater than the one before it. */
function isAscending(numbers: readonly number[]): boolean {
  for (let at = 1; at < numbers.length; at += 1)
    if ((numbers[at] ?? 0) <= (numbers[at - 1] ?? 0)) return false
  return true
}

/** Looks rows up by lists of numbers, with statements that are compiled once. */
export function selectByNumbers(readRows: ReadRows, { list, range }: ByNumber): SelectByNumbers {
  const compiled = new Map<number, CompiledQuery>()
  let compiledRange: CompiledQuery | null = null

  const listed: SelectByNumbers = (before, numbers) => {
    const statement = compiled.get(numbers.length) ?? list(numbers)
    compiled.set(numbers.length, statement)
    return readRows({ ...statement, parameters: [...before, ...numbers] })
  }
  const ranged = (
    before: readonly unknown[],
    first: number,
    last: number,
  ): readonly (readonly unknown[])[] => {
    compiledRange ??= range(first, last)
    return readRows({ ...compiledRange, parameters: [...before, first, last] })
  }
  const listedInFull: SelectByNumbers = (before, numbers) => {
    const [first = 0] = numbers
    const rest = Array.from({ length: NUMBERS_AT_ONCE - numbers.length }, () => first)
    return listed(before, [...numbers, ...rest])
  }
  const ofRange: SelectByNumbers = (before, numbers) => {
    const rows = ranged(before, numbers[0] ?? 0, numbers.at(-1) ?? 0)
    if (spanOf(numbers) === numbers.length) return rows
    const wanted = new Set<unknown>(numbers)
    return rows.filter(([number]) => wanted.has(number))
  }

  return (before, numbers) => {
    const inOrder = isAscending(numbers) ? numbers : [...new Set(numbers)].sort((a, b) => a - b)
    if (inOrder.length <= FEW) return inOrder.flatMap((number) => listed(before, [number]))
    const rows: (readonly unknown[])[] = []
    for (let at = 0; at < inOrder.length; ) {
      const many = inOrder.slice(at, at + DENSE_AT_ONCE)
      const some = isDense(many) ? many : inOrder.slice(at, at + NUMBERS_AT_ONCE)
      for (const row of isDense(some) ? ofRange(before, some) : listedInFull(before, some)) rows.push(row)
      at += some.length
    }
    return rows
  }
}
