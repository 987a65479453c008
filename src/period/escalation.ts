import { type Day, dayAt } from '../core/day.ts'
import { type CaseEvent, RANKS, type Rank, type RectificationCase } from '../core/rectification.ts'
import { type WorkCalendar, workdaysBetween } from '../core/work-calendar.ts'
import { caseState } from './case-state.ts'

/** How many working days past its deadline a case is before each rank above the site is told. */
export interface EscalationLimits {
  readonly office: number
  readonly leader: number
}

/** Who is told of an overdue case, or why nobody is. */
export type Escalation =
  | { readonly kind: 'tell'; readonly rank: Rank; readonly overdueWorkdays: number }
  | { readonly kind: 'nobody'; readonly why: 'inTime' | 'closed' | 'appealed' | 'told' | 'noCalendar' }

const nobody = (why: Extract<Escalation, { kind: 'nobody' }>['why']): Escalation => ({ kind: 'nobody', why })

/**
 * The rank that is told of a case on a day: the lowest one whose time has come and that was not told since the deadline.
 * One rank a day: who answers for it has at least a day before the next one hears of it. Ranks that cannot be reached are
 * passed over. While an appeal waits for its decision nobody is told; where the calendar does not reach, neither.
 */
export function escalation(
  one: RectificationCase,
  history: readonly CaseEvent[],
  on: Day,
  calendar: WorkCalendar,
  limits: EscalationLimits,
  reachable: ReadonlySet<Rank>,
): Escalation {
  const state = caseState(history)
  if (!state.isOpen) return nobody('closed')
  if (state.appeal?.state === 'pending') return nobody('appealed')
  const { dueOn } = one
  if (dueOn === null) return nobody('noCalendar')
  const overdueWorkdays = on <= dueOn ? 0 : workdaysBetween(calendar, dueOn, on)
  if (overdueWorkdays === null) return nobody('noCalendar')
  if (overdueWorkdays === 0) return nobody('inTime')
  const toldOn = new Map<Rank, Day>()
  for (const { at, step } of history)
    if (step.kind === 'notified' && dayAt(at) > dueOn) toldOn.set(step.rank, dayAt(at))
  if ([...toldOn.values()].some((day) => day >= on)) return nobody('told')
  const after: Readonly<Record<Rank, number>> = { site: 1, ...limits }
  const highest = RANKS.findLastIndex((rank) => toldOn.has(rank))
  const rank = RANKS.find((name, at) => at > highest && overdueWorkdays >= after[name] && reachable.has(name))
  return rank === undefined ? nobody('told') : { kind: 'tell', rank, overdueWorkdays }
}
