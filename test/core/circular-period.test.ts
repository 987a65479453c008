import { describe, expect, it } from 'vitest'
import { byPeriod, daysOfPeriod, parseCircularPeriod, periodName } from '../../src/core/circular-period.ts'

const period = (text: string) => {
  const read = parseCircularPeriod(text)
  if (read === null) throw new Error(`${text} is no period`)
  return read
}

describe('a period', () => {
  it.each([
    ['2026-11', '2026-11-01', '2026-11-30', '2026年11月'],
    ['2024-02', '2024-02-01', '2024-02-29', '2024年2月'],
    ['2026-12', '2026-12-01', '2026-12-31', '2026年12月'],
    ['2026-Q1', '2026-01-01', '2026-03-31', '2026年第一季度'],
    ['2026-Q4', '2026-10-01', '2026-12-31', '2026年第四季度'],
  ])('%s is from %s to %s and called %s', (text, from, to, zh) => {
    expect(daysOfPeriod(period(text))).toEqual({ from, to })
    expect(periodName(period(text)).zh).toBe(zh)
  })

  it.each(['2026', '2026-13', '2026-00', '2026-Q5', '2026-Q0', '26-11', '2026-1', 'latest', ''])(
    '%j is none',
    (text) => {
      expect(parseCircularPeriod(text)).toBeNull()
    },
  )

  it('comes after those that end before it, a month before its quarter', () => {
    const shuffled = ['2026-Q4', '2026-12', '2026-11', '2026-Q3', '2025-12', '2026-09'].map(period)
    expect([...shuffled].sort(byPeriod)).toEqual([
      '2025-12',
      '2026-09',
      '2026-Q3',
      '2026-11',
      '2026-12',
      '2026-Q4',
    ])
  })
})
