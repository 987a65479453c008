/** Numbers as ranges, the first and the last of each in turn, in order. */
export type NumberRanges = readonly number[]

/** The numbers from 0 to before `end` that are taken. */
export function rangesOf(end: number, isTaken: (number: number) => boolean): NumberRanges {
  const ranges: number[] = []
  for (let number = 0; number < end; number += 1) {
    if (!isTaken(number)) continue
    if (number > 0 && ranges.at(-1) === number - 1) ranges[ranges.length - 1] = number
    else ranges.push(number, number)
  }
  return ranges
}

/** Whether a value is ranges of numbers, in order. */
export const areRanges = (value: unknown): value is NumberRanges =>
  Array.isArray(value) &&
  value.length % 2 === 0 &&
  value.every((one, at) => {
    const before = at === 0 ? 0 : value[at - 1] + (at % 2 === 0 ? 1 : 0)
    return Number.isSafeInteger(one) && one >= before
  })

/** Hands over each number of ranges. */
export function eachOf(ranges: NumberRanges, visit: (number: number) => void): void {
  for (let at = 0; at < ranges.length; at += 2) {
    const last = ranges[at + 1] ?? -1
    for (let number = ranges[at] ?? 0; number <= last; number += 1) visit(number)
  }
}

/** How many numbers ranges hold. */
export function countOf(ranges: NumberRanges): number {
  let count = 0
  for (let at = 0; at < ranges.length; at += 2) count += (ranges[at + 1] ?? -1) - (ranges[at] ?? 0) + 1
  return count
}
