import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Day, parseDay } from '../../src/core/day.ts'
import type { ByCadence } from '../../src/policy/cadence.ts'
import { dueEach, newestDueBy } from '../../src/policy/due-report.ts'
import { always } from '../support/check-cases.ts'

const day = (text: string): Day => parseDay(text) as Day
const anyDay = fc
  .date({ min: new Date('2016-01-01'), max: new Date('2030-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))

/** Due days as the two laws give them, year by year, for a kind of unit. */
const dueDay = (report: number, kind: string): string =>
  report + 1 <= 2019 || kind === 'district' ? `${report + 1}-03-31` : `${report + 1}-01-31`

describe('the newest yearly report that is due', () => {
  const by = (monthDay: string, scope: Partial<ByCadence>): ByCadence => ({
    ...always,
    kind: 'by',
    monthDay,
    titled: null,
    ...scope,
  })
  const old = by('03-31', { until: day('2019-05-14') })
  const from = day('2019-05-15')
  const laws = {
    district: [old, by('03-31', { from })],
    department: [old, by('01-31', { from })],
  }

  it('is what trying year after year finds, across the change of the law', () => {
    fc.assert(
      fc.property(anyDay, fc.constantFrom('district' as const, 'department' as const), (asOf, kind) => {
        let newest = 0
        for (let report = 2010; report <= 2031; report += 1) if (dueDay(report, kind) < asOf) newest = report
        const found = newestDueBy(laws[kind], day(asOf))
        expect(found?.period.to).toBe(`${newest}-12-31`)
        expect(found?.due).toBe(dueDay(newest, kind))
      }),
    )
  })

  it('is none before any law', () => {
    expect(newestDueBy([by('03-31', { from })], day('2019-12-31'))).toBeNull()
  })
})

describe('the newest report of a month that is due', () => {
  it('is none before the cadence was in force', () => {
    const cadence = { ...always, kind: 'each', period: 'month', dueWithin: 'P1M', titled: null } as const
    expect(dueEach({ ...cadence, from: day('2026-11-01') }, day('2026-11-16'))).toBeNull()
    expect(dueEach(cadence, day('2026-11-16'))?.due).toBe('2026-10-31')
  })
})
