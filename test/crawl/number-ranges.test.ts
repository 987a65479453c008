import { describe, expect, it } from 'vitest'
import { countOf, eachOf, rangesOf } from '../../src/crawl/number-ranges.ts'

describe('ranges of numbers', () => {
  it.each([
    [[], []],
    [[0], [0, 0]],
    [[3], [3, 3]],
    [
      [0, 1, 2],
      [0, 2],
    ],
    [
      [0, 2, 3, 9],
      [0, 0, 2, 3, 9, 9],
    ],
    [
      [1, 3, 5],
      [1, 1, 3, 3, 5, 5],
    ],
  ])('of %j are %j', (numbers, ranges) => {
    expect(rangesOf(10, (number) => numbers.includes(number))).toEqual(ranges)
    const seen: number[] = []
    eachOf(ranges, (number) => seen.push(number))
    expect(seen).toEqual(numbers)
    expect(countOf(ranges)).toBe(numbers.length)
  })
})
