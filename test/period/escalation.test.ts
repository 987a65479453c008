import { describe, expect, it } from 'vitest'
import type { Day } from '../../src/core/day.ts'
import { type CaseEvent, type CaseStep, RANKS, type Rank } from '../../src/core/rectification.ts'
import { NO_CALENDAR, type WorkCalendar } from '../../src/core/work-calendar.ts'
import { escalation } from '../../src/period/escalation.ts'
import { caseOf } from './examples.ts'

/** The last months of 2026 without holidays; 2026-12-01 to 2026-12-04 are worked, 5 and 6 are a weekend. */
const CALENDAR: WorkCalendar = {
  ...NO_CALENDAR,
  covers: [{ from: '2026-11-01' as Day, to: '2026-12-31' as Day }],
}

type Dated = readonly [day: string, step: CaseStep]

const told = (day: string, rank: Rank): Dated => [day, { kind: 'notified', rank, to: 'a@x.example' }]
const appealed: Dated = ['2026-12-01', { kind: 'appealed', reason: '有误' }]
const rejected: Dated = ['2026-12-02', { kind: 'decided', upheld: false, reason: '无误' }]
const closed: Dated = ['2026-12-01', { kind: 'closed', because: 'fixed' }]

const historyOf = (steps: readonly Dated[]): readonly CaseEvent[] =>
  steps.map(([day, step], at) => ({
    case: 'c',
    number: at + 1,
    at: Date.parse(`${day}T10:00:00+08:00`),
    by: '张三',
    step,
  }))

/** The case is due on 2026-11-30, a Monday; the office is told after 5 working days, the leader after 10. */
function tell(
  day: string,
  steps: readonly Dated[],
  change: { due?: Day | null; reach?: readonly Rank[] } = {},
) {
  const one = caseOf('f1', change.due === undefined ? {} : { dueOn: change.due })
  const reachable = new Set(change.reach ?? RANKS)
  const limits = { office: 5, leader: 10 }
  const found = escalation(one, historyOf(steps), day as Day, CALENDAR, limits, reachable)
  return found.kind === 'tell' ? `${found.rank} ${found.overdueWorkdays}` : found.why
}

const site = told('2026-12-01', 'site')
const office = told('2026-12-07', 'office')

describe('who is told of an overdue case', () => {
  it.each<readonly [string, string, readonly Dated[], Parameters<typeof tell>[2], string]>([
    ['on the last day', '2026-11-30', [], {}, 'inTime'],
    ['on the day after', '2026-12-01', [], {}, 'site 1'],
    ['told of the sheet before the deadline', '2026-12-01', [told('2026-11-16', 'site')], {}, 'site 1'],
    ['told already', '2026-12-04', [site], {}, 'told'],
    ['over a weekend', '2026-12-06', [site], {}, 'told'],
    ['after five working days', '2026-12-07', [site], {}, 'office 5'],
    ['after ten', '2026-12-14', [site, office], {}, 'leader 10'],
    ['everybody was told', '2026-12-30', [site, office, told('2026-12-14', 'leader')], {}, 'told'],
    ['nobody was told for long: from the bottom', '2026-12-14', [], {}, 'site 10'],
    ['one rank a day', '2026-12-14', [told('2026-12-14', 'site')], {}, 'told'],
    ['and the next one the next day', '2026-12-15', [told('2026-12-14', 'site')], {}, 'office 11'],
    ['a rank without an address is passed over', '2026-12-07', [], { reach: ['office'] }, 'office 5'],
    ['but not before its time', '2026-12-04', [], { reach: ['office', 'leader'] }, 'told'],
    ['never downwards', '2026-12-08', [office], {}, 'told'],
    ['closed', '2026-12-14', [closed], {}, 'closed'],
    ['while an appeal waits', '2026-12-14', [site, appealed], {}, 'appealed'],
    ['after it was rejected', '2026-12-14', [site, appealed, rejected], {}, 'office 10'],
    ['without a deadline', '2026-12-14', [], { due: null }, 'noCalendar'],
    ['past the end of the calendar', '2027-01-05', [], {}, 'noCalendar'],
  ])('%s', (_, day, steps, change, expected) => {
    expect(tell(day, steps, change)).toBe(expected)
  })
})
