import { describe, expect, it } from 'vitest'
import { frontier } from '../../src/crawl/frontier.ts'

describe('frontier', () => {
  it('lets hosts take turns, each in its own order', () => {
    const waiting = frontier(10)
    for (const number of [1, 2, 3]) waiting.add(number, 'a')
    for (const number of [4, 5]) waiting.add(number, 'b')
    waiting.add(6, 'c')
    const order = Array.from({ length: 6 }, () => waiting.next()?.number)
    expect(order).toEqual([1, 4, 6, 2, 5, 3])
    expect(waiting.next()).toBeNull()
    expect(waiting.size).toBe(0)
  })

  it('gives a host no more than its share, and the rest when it is done', () => {
    const waiting = frontier(2)
    for (let number = 0; number < 5; number += 1) waiting.add(number, 'slow')
    waiting.add(9, 'quick')
    const taken = Array.from({ length: 4 }, () => waiting.next()?.number ?? null)
    expect(taken).toEqual([0, 9, 1, null])
    waiting.done('slow')
    expect(waiting.next()?.number).toBe(2)
    expect(waiting.next()).toBeNull()
  })

  it('says what comes next without taking it', () => {
    const waiting = frontier(1)
    for (let number = 0; number < 100; number += 1) waiting.add(number, 'a')
    waiting.next()
    expect(waiting.ahead('a', 3)).toEqual([1, 2, 3])
    expect(waiting.ahead('b', 3)).toEqual([])
    expect(waiting.size).toBe(99)
  })

  it('keeps its order through many additions and takings', () => {
    const waiting = frontier(1_000_000)
    let next = 0
    const taken: number[] = []
    for (let round = 0; round < 2_000; round += 1) {
      for (let at = 0; at < 3; at += 1) waiting.add(next++, 'a')
      for (let at = 0; at < 2; at += 1) taken.push(waiting.next()?.number ?? -1)
    }
    for (let turn = waiting.next(); turn !== null; turn = waiting.next()) taken.push(turn.number)
    expect(taken).toEqual(Array.from({ length: next }, (_, at) => at))
  })
})
