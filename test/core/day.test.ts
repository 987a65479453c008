import { describe, expect, it } from 'vitest'
import {
  addPeriod,
  type Day,
  dayAt,
  dayFrom,
  daysBetween,
  isPeriod,
  minuteAt,
  parseDay,
  subtractPeriod,
} from '../../src/core/day.ts'

const day = (text: string): Day => {
  const read = parseDay(text)
  if (read === null) throw new Error(`${text} is no day`)
  return read
}

describe('parseDay', () => {
  it.each(['2026-01-01', '2026-12-31', '2024-02-29', '2000-02-29', '2026-04-30'])('reads %s', (text) => {
    expect(parseDay(text)).toBe(text)
  })

  it.each([
    '2026-02-29',
    '1900-02-29',
    '2026-04-31',
    '2026-13-01',
    '2026-00-10',
    '2026-01-00',
    '2026-1-5',
    '20260105',
    '2026/01/05',
    '2026-01-05T00:00',
    ' 2026-01-05',
    '２０２６-01-05',
    '0000-01-01',
    '',
  ])('refuses “%s”', (text) => {
    expect(parseDay(text)).toBeNull()
  })
})

describe('dayFrom', () => {
  it.each([
    [2024, 2, 29, '2024-02-29'],
    [2026, 2, 29, null],
    [2026, 6, 31, null],
    [2026, 12, 31, '2026-12-31'],
    [2026, 0, 1, null],
    [2026, 13, 1, null],
    [2026, 1, 32, null],
    [26, 1, 1, null],
    [10000, 1, 1, null],
    [Number.NaN, 1, 1, null],
  ])('%d, %d, %d', (year, month, dayOfMonth, wanted) => {
    expect(dayFrom(year, month, dayOfMonth)).toBe(wanted)
  })
})

describe('dayAt and minuteAt', () => {
  it.each([
    ['2026-07-05T15:59:59.999Z', '2026-07-05', '2026-07-05 23:59'],
    ['2026-07-05T16:00:00Z', '2026-07-06', '2026-07-06 00:00'],
    ['2026-07-06T00:00:00Z', '2026-07-06', '2026-07-06 08:00'],
    ['2025-12-31T16:00:00Z', '2026-01-01', '2026-01-01 00:00'],
    ['2024-02-28T16:00:00Z', '2024-02-29', '2024-02-29 00:00'],
    ['1970-01-01T00:00:00Z', '1970-01-01', '1970-01-01 08:00'],
    ['1991-09-14T15:30:00Z', '1991-09-15', '1991-09-15 00:30'],
    ['1991-09-14T23:59:59.999Z', '1991-09-15', '1991-09-15 07:59'],
    ['1991-09-15T16:00:00Z', '1991-09-16', '1991-09-16 00:00'],
    ['1988-07-01T15:30:00Z', '1988-07-02', '1988-07-02 00:30'],
  ])('%s is %s in Shanghai', (instant, wanted, minute) => {
    expect(dayAt(Date.parse(instant))).toBe(wanted)
    expect(minuteAt(Date.parse(instant))).toBe(minute)
  })
})

describe('addPeriod and subtractPeriod', () => {
  it.each([
    ['2026-01-31', 'P1M', '2026-02-28'],
    ['2024-01-31', 'P1M', '2024-02-29'],
    ['2026-08-31', 'P1M', '2026-09-30'],
    ['2026-01-28', 'P1M', '2026-02-28'],
    ['2024-02-29', 'P1Y', '2025-02-28'],
    ['2026-12-31', 'P1D', '2027-01-01'],
    ['2026-02-15', 'P14D', '2026-03-01'],
    ['2026-02-15', 'P2W', '2026-03-01'],
    ['2026-11-30', 'P3M', '2027-02-28'],
    ['2026-01-31', 'P1M1D', '2026-03-01'],
  ])('%s + %s = %s', (from, period, wanted) => {
    expect(addPeriod(day(from), period)).toBe(wanted)
  })

  it.each([
    ['2026-03-31', 'P1M', '2026-02-28'],
    ['2024-03-31', 'P1M', '2024-02-29'],
    ['2026-03-01', 'P2M', '2026-01-01'],
    ['2024-02-29', 'P1Y', '2023-02-28'],
    ['2024-03-01', 'P1D', '2024-02-29'],
    ['2026-01-10', 'P14D', '2025-12-27'],
    ['2026-05-31', 'P3M', '2026-02-28'],
  ])('%s − %s = %s', (from, period, wanted) => {
    expect(subtractPeriod(day(from), period)).toBe(wanted)
  })
})

describe('daysBetween', () => {
  it.each([
    ['2026-07-06', '2026-07-06', 0],
    ['2026-07-06', '2026-07-07', 1],
    ['2026-07-07', '2026-07-06', -1],
    ['2024-02-28', '2024-03-01', 2],
    ['2026-02-28', '2026-03-01', 1],
    ['2025-07-06', '2026-07-06', 365],
    ['2023-07-06', '2024-07-06', 366],
  ])('from %s to %s: %d', (from, to, days) => {
    expect(daysBetween(day(from), day(to))).toBe(days)
  })
})

describe('isPeriod', () => {
  it.each(['P14D', 'P1M', 'P3M', 'P6M', 'P1Y', 'P2W', 'P1Y6M', 'P1M15D', 'P99999D'])('accepts %s', (text) => {
    expect(isPeriod(text)).toBe(true)
    const past = subtractPeriod(day('2026-07-06'), text)
    expect(parseDay(past)).toBe(past)
  })

  it.each([
    '',
    'P',
    'P0D',
    'P0Y0M',
    'P-1D',
    'PT5H',
    'P1DT5H',
    '14D',
    'P1.5M',
    'P1D1M',
    'p1m',
    ' P1M',
    'P1000Y',
  ])('refuses “%s”', (text) => {
    expect(isPeriod(text)).toBe(false)
  })
})
