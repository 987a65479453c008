import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Day, parseDay } from '../../src/core/day.ts'
import {
  newestOverdue,
  newestYearDue,
  type PeriodKind,
  reportDueDay,
  reportPeriodWords,
} from '../../src/core/report-period.ts'

const day = (text: string): Day => parseDay(text) as Day

describe('the newest report that is overdue if it is not there', () => {
  it.each<[PeriodKind, string, string, string]>([
    ['month', 'P1M', '2026-11-16', '2026-09-01 2026-09-30 2026年9月'],
    ['month', 'P15D', '2026-11-15', '2026-09-01 2026-09-30 2026年9月'],
    ['month', 'P15D', '2026-11-16', '2026-10-01 2026-10-31 2026年10月'],
    ['month', 'P1M', '2026-10-31', '2026-08-01 2026-08-31 2026年8月'],
    ['month', 'P1M', '2026-11-01', '2026-09-01 2026-09-30 2026年9月'],
    ['month', 'P1M', '2024-02-29', '2023-12-01 2023-12-31 2023年12月'],
    ['month', 'P1M', '2024-03-31', '2024-01-01 2024-01-31 2024年1月'],
    ['month', 'P1M', '2024-04-01', '2024-02-01 2024-02-29 2024年2月'],
    ['quarter', 'P1M', '2026-10-31', '2026-04-01 2026-06-30 2026年第二季度'],
    ['quarter', 'P1M', '2026-11-01', '2026-07-01 2026-09-30 2026年第三季度'],
    ['quarter', 'P1M', '2026-02-01', '2025-10-01 2025-12-31 2025年第四季度'],
    ['halfYear', 'P1M', '2026-07-31', '2025-07-01 2025-12-31 2025年下半年'],
    ['halfYear', 'P1M', '2026-08-01', '2026-01-01 2026-06-30 2026年上半年'],
    ['year', 'P3M', '2026-03-31', '2024-01-01 2024-12-31 2024年度'],
    ['year', 'P3M', '2026-04-01', '2025-01-01 2025-12-31 2025年度'],
  ])('%s, %s, seen on %s: %s', (kind, within, asOf, want) => {
    const period = newestOverdue(kind, within, day(asOf))
    expect(`${period.from} ${period.to} ${reportPeriodWords(period).zh}`).toBe(want)
  })

  it.each([
    ['03-31', '2026-03-31', '2024'],
    ['03-31', '2026-04-01', '2025'],
    ['01-31', '2026-02-01', '2025'],
    ['03-31', '2024-02-29', '2022'],
  ])('by %s, seen on %s: %s', (by, asOf, year) => {
    expect(reportPeriodWords(newestYearDue(by, day(asOf))).en).toBe(year)
  })

  /** Tries every month of the years around, one after the other. */
  function oracle(months: number, asOf: string): string {
    let newest = ''
    for (let year = 2019; year <= 2032; year += 1) {
      for (let last = months; last <= 12; last += months) {
        const end = new Date(Date.UTC(year, last, 0)).toISOString().slice(0, 10)
        const due = new Date(Date.UTC(year, last + 1, 0)).toISOString().slice(0, 10)
        if (due < asOf) newest = end
      }
    }
    return newest
  }

  it('is what trying every period finds, on any day', () => {
    const kinds: readonly [PeriodKind, number][] = [
      ['month', 1],
      ['quarter', 3],
      ['halfYear', 6],
      ['year', 12],
    ]
    fc.assert(
      fc.property(
        fc.constantFrom(...kinds),
        fc.date({ min: new Date('2022-01-01'), max: new Date('2030-12-31'), noInvalidDate: true }),
        ([kind, months], at) => {
          const asOf = at.toISOString().slice(0, 10)
          const period = newestOverdue(kind, 'P1M', day(asOf))
          expect(period.to).toBe(oracle(months, asOf))
          expect(reportDueDay(period, 'P1M') < asOf).toBe(true)
        },
      ),
    )
  })
})
