import chineseDays from 'chinese-days'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Day, parseDay } from '../../src/core/day.ts'
import {
  addWorkdays,
  deadlineAfter,
  isWorkday,
  lastCovered,
  NO_CALENDAR,
  workdaysBetween,
} from '../../src/core/work-calendar.ts'
import { calendar } from '../support/check-cases.ts'

const day = (text: string): Day => parseDay(text) as Day
const covered = fc
  .date({ min: new Date('2022-01-01'), max: new Date('2026-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))

describe('working days', () => {
  it.each<[string, boolean | null]>([
    ['2026-11-16', true],
    ['2026-11-15', false],
    ['2026-10-01', false],
    ['2026-10-07', false],
    ['2026-10-08', true],
    ['2026-10-10', true],
    ['2026-10-11', false],
    ['2026-02-14', true],
    ['2024-02-29', true],
    ['2021-12-31', null],
    ['2027-01-01', null],
  ])('%s: %s', (text, want) => {
    expect(isWorkday(calendar, day(text))).toBe(want)
  })

  it.each([
    ['2022-09-26', 20, '2022-10-27'],
    ['2026-09-24', 1, '2026-09-28'],
    ['2026-09-30', 1, '2026-10-08'],
    ['2026-10-09', 1, '2026-10-10'],
    ['2023-12-29', 1, '2024-01-02'],
    ['2026-11-16', 0, '2026-11-16'],
    ['2026-12-30', 1, '2026-12-31'],
    ['2026-12-31', 1, null],
    ['2021-12-31', 1, '2022-01-04'],
    ['2021-12-30', 1, null],
  ])('%s and %i more end on %s', (from, count, want) => {
    expect(addWorkdays(calendar, day(from), count)).toBe(want)
  })

  it.each([
    ['2026-01-31', 'P1M', '2026-02-28'],
    ['2024-01-31', 'P1M', '2024-02-29'],
    ['2022-09-26', '20 workdays', '2022-10-27'],
    ['2026-12-20', '20 workdays', null],
    ['2026-12-20', 'P3M', '2027-03-20'],
  ])('within %s of %s: until %s', (from, within, want) => {
    expect(deadlineAfter(calendar, day(from), within)).toBe(want)
  })

  it('ends where the last announcement ends', () => {
    expect(lastCovered(calendar)).toBe('2026-12-31')
    expect(lastCovered(NO_CALENDAR)).toBeNull()
    expect(isWorkday(NO_CALENDAR, day('2026-11-16'))).toBeNull()
  })

  it('are those that chinese-days knows, on every day that is covered', () => {
    const differing: string[] = []
    for (let at = Date.UTC(2022, 0, 1); at <= Date.UTC(2026, 11, 31); at += 86_400_000) {
      const text = new Date(at).toISOString().slice(0, 10)
      if (isWorkday(calendar, day(text)) !== chineseDays.isWorkday(text)) differing.push(text)
    }
    expect(differing).toEqual([])
  })

  it('are counted as counting day by day does', () => {
    fc.assert(
      fc.property(covered, fc.nat(60), (from, span) => {
        const end = Date.parse(from) + span * 86_400_000
        if (end > Date.UTC(2026, 11, 31)) return
        let count = 0
        for (let at = Date.parse(from) + 86_400_000; at <= end; at += 86_400_000) {
          if (chineseDays.isWorkday(new Date(at).toISOString().slice(0, 10))) count += 1
        }
        expect(workdaysBetween(calendar, day(from), day(new Date(end).toISOString().slice(0, 10)))).toBe(
          count,
        )
      }),
    )
  })

  it('added and counted agree', () => {
    fc.assert(
      fc.property(covered, fc.integer({ min: 1, max: 60 }), (from, count) => {
        const end = addWorkdays(calendar, day(from), count)
        if (end === null) return
        expect(workdaysBetween(calendar, day(from), end)).toBe(count)
        expect(isWorkday(calendar, end)).toBe(true)
      }),
    )
  })
})
