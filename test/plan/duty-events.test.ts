import { describe, expect, it } from 'vitest'
import { duties } from '../../src/plan/duties.ts'
import { day, item, packOf, registryOf } from './examples.ts'

describe('what happened, at a duty', () => {
  const REGISTERED = registryOf({
    units: [
      'wsj,市卫生局,,department,,,2026-03-31,wjw,,',
      'wjw,市卫计委,,department,,2026-04-01,2026-12-31,jkw,,',
      'jkw,市健康委,,department,,2027-01-01,,,,',
      'mzj,市民政局,,department,,,,,,',
      'old,市某局,,department,,,2025-12-31,,,',
    ],
    events: [
      'e1,wsj,2.8,campaign-end,献血月活动,,2026-03-01,',
      'e2,wjw,2.8,campaign-end,健康跑募捐,,2026-05-01,',
      'e3,mzj,2.8,campaign-end,帮困送温暖,,2026-02-10,',
      'e4,mzj,2.1,budget-approval,2026年部门预算,,2026-02-20,',
      'e5,old,2.8,campaign-end,旧局募捐,,2025-12-01,',
    ],
  })
  const pack = packOf(
    item('2.1', { groups: ['departments'] }),
    item('2.8', { groups: ['departments'] }),
    item('2.10', { groups: ['departments'] }),
  )
  const happened = (on: string): readonly string[] =>
    duties(pack, REGISTERED, day(on)).flatMap(({ item: { id }, unit, events }) =>
      events.map((event) => `${id} ${unit.id} ${event.id}`),
    )

  it.each([
    ['before anything happened but what nobody took over', '2026-02-09', []],
    ['on the day itself, at its own unit and item', '2026-02-10', ['2.8 mzj e3']],
    ['at the item of each', '2026-02-20', ['2.1 mzj e4', '2.8 mzj e3']],
    ['at the unit that is to end', '2026-03-31', ['2.1 mzj e4', '2.8 wsj e1', '2.8 mzj e3']],
    ['at its successor', '2026-04-01', ['2.1 mzj e4', '2.8 wjw e1', '2.8 mzj e3']],
    ['beside the successor’s own', '2026-05-01', ['2.1 mzj e4', '2.8 wjw e1', '2.8 wjw e2', '2.8 mzj e3']],
    ['at second hand', '2027-01-01', ['2.1 mzj e4', '2.8 jkw e1', '2.8 jkw e2', '2.8 mzj e3']],
  ])('%s', (_what, on, want) => {
    expect(happened(on)).toEqual(want)
  })
})
