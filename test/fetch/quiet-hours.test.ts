import { describe, expect, it } from 'vitest'
import { clockTime, parseQuietHours, quietUntil } from '../../src/fetch/quiet-hours.ts'

/** A time of 1 June 2021 in Asia/Shanghai. */
const at = (time: string): number => Date.parse(`2021-06-01T${time}:00+08:00`)

describe('quiet hours', () => {
  it.each([
    ['08:30-09:30', '08:29', null],
    ['08:30-09:30', '08:30', '09:30'],
    ['08:30-09:30', '09:29', '09:30'],
    ['08:30-09:30', '09:30', null],
    ['22:00-06:00', '23:59', '06:00'],
    ['22:00-06:00', '00:00', '06:00'],
    ['22:00-06:00', '05:59', '06:00'],
    ['22:00-06:00', '12:00', null],
    ['00:00-01:00', '00:30', '01:00'],
  ])('%s at %s', (hours, time, until) => {
    const found = quietUntil([parseQuietHours(hours)], at(time))
    expect(found === null ? null : clockTime(found)).toBe(until)
  })

  it.each(['', '8:30-9:30', '08:30', '24:00-01:00', '08:30-08:30', '08:60-09:00'])('are not “%s”', (text) => {
    expect(() => parseQuietHours(text)).toThrow('HH:MM-HH:MM')
  })
})
