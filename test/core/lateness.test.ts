import { expect, it } from 'vitest'
import { latenessOf, latenessWords } from '../../src/core/lateness.ts'

const thresholds = { due: 0, overdue: 0.5, longOverdue: 1 }

it.each([
  [0, 14, null],
  [-3, 14, null],
  [1, 14, 'due'],
  [6, 14, 'due'],
  [7, 14, 'overdue'],
  [13, 14, 'overdue'],
  [14, 14, 'longOverdue'],
  [1, 0, 'longOverdue'],
])('%i days past the deadline under %i days: %s', (late, cadence, want) => {
  expect(latenessOf(late, cadence, thresholds)).toBe(want)
})

it('allows what the first threshold allows', () => {
  expect(latenessOf(2, 14, { ...thresholds, due: 0.2 })).toBeNull()
  expect(latenessOf(3, 14, { ...thresholds, due: 0.2 })).toBe('due')
})

it('has words', () => {
  expect(latenessWords('longOverdue').zh).toBe('长期逾期')
})
