import { type Day, dayAt } from '../core/day.ts'
import type { CaseEvent, CaseStep, RecheckResult, RectificationCase, Reply } from '../core/rectification.ts'

/** How a case stands after everything that has happened. Days are in Asia/Shanghai. */
export interface CaseState {
  readonly isOpen: boolean
  readonly closed: { readonly because: 'fixed' | 'appeal-upheld' | 'dismissed'; readonly on: Day } | null
  readonly lastRecheck: { readonly result: RecheckResult; readonly on: Day } | null
  readonly reply: (Reply & { readonly by: string; readonly on: Day }) | null
  readonly appeal: {
    readonly reason: string
    readonly state: 'pending' | 'upheld' | 'rejected'
    readonly on: Day
  } | null
  /** How many entries its history has: the next one gets this number plus one. */
  readonly length: number
}

const OPEN: CaseState = {
  isOpen: true,
  closed: null,
  lastRecheck: null,
  reply: null,
  appeal: null,
  length: 0,
}

function after(state: CaseState, { at, by, step }: CaseEvent): CaseState {
  const on = dayAt(at)
  const next = { ...state, length: state.length + 1 }
  switch (step.kind) {
    case 'notified':
      return next
    case 'replied': {
      const { kind: _kind, ...reply } = step
      return { ...next, reply: { ...reply, by, on } }
    }
    case 'rechecked':
      return { ...next, lastRecheck: { result: step.result, on } }
    case 'appealed':
      return { ...next, appeal: { reason: step.reason, state: 'pending', on } }
    case 'decided':
      return {
        ...next,
        appeal: { reason: state.appeal?.reason ?? '', state: step.upheld ? 'upheld' : 'rejected', on },
      }
    case 'closed':
      return { ...next, isOpen: false, closed: { because: step.because, on } }
  }
}

/** Adds a case's history up, entry by entry. `events` are those of one case, in their order. */
export const caseState = (events: readonly CaseEvent[]): CaseState => events.reduce(after, OPEN)

/** Histories by case. `events` are in the order of case and number. */
export function historiesOf(events: readonly CaseEvent[]): ReadonlyMap<string, readonly CaseEvent[]> {
  const histories = new Map<string, CaseEvent[]>()
  for (const event of events) {
    const list = histories.get(event.case)
    if (list === undefined) histories.set(event.case, [event])
    else list.push(event)
  }
  return histories
}

/** The history of one case: empty for a new one. */
export const historyOf = (
  histories: ReadonlyMap<string, readonly CaseEvent[]>,
  one: RectificationCase,
): readonly CaseEvent[] => histories.get(one.id) ?? []

/** Why a step may not follow; null when it may. Words for the person who asked for it. */
export function refusalOf(
  state: CaseState,
  step: CaseStep,
): { readonly zh: string; readonly en: string } | null {
  if (!state.isOpen)
    return { zh: '该问题已销号，不能再登记', en: 'the case is closed; nothing more can be added' }
  if (step.kind === 'appealed' && state.appeal?.state === 'pending')
    return { zh: '已有申诉待处理', en: 'an appeal is waiting for its decision already' }
  if (step.kind === 'decided' && state.appeal?.state !== 'pending')
    return { zh: '没有待处理的申诉', en: 'there is no appeal that waits for a decision' }
  return null
}
