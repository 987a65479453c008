import { expect, it } from 'vitest'
import { type Day, parseDay } from '../../src/core/day.ts'
import { listReachesBack } from '../../src/facts/list-reach.ts'

const DAY = parseDay('2026-09-30') as Day
const entries = (...days: readonly string[]) =>
  days.map((day) => ({ title: '标题', address: null, date: parseDay(day), dateText: day }))

it.each([
  [['2026-11-01', '2026-10-01', '2026-09-01'], true],
  [['2026-11-01', '2026-09-30'], true],
  [['2026-11-01', '2026-10-01'], false],
  [['2015-05-04', '2026-11-01', '2026-10-01'], false],
  [['2026-11-01', '2026-09-01', ''], true],
  [['', ''], false],
  [[], false],
])('%j: %s', (days, want) => {
  expect(listReachesBack(entries(...days), DAY)).toBe(want)
})
