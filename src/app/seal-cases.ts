import type { CircularPeriod } from '../core/circular-period.ts'
import type { Day } from '../core/day.ts'
import type { CaseEvent, CaseStep, RectificationCase } from '../core/rectification.ts'
import { caseState, historiesOf, historyOf } from '../period/case-state.ts'
import { followUp, type Sight } from '../period/follow-up.ts'
import { newCases } from '../period/new-cases.ts'

/** The ledger of cases (整改台账). */
export interface Ledger {
  readonly cases: readonly RectificationCase[]
  readonly events: readonly CaseEvent[]
}

/** What a sealing adds to the ledger. */
export interface LedgerAddition extends Ledger {
  /** The ledger as it will be. */
  readonly after: Ledger
}

/** Who writes what follows from a run by itself. */
export const OURSELVES = 'portal-audit'

const openOf = ({ cases, events }: Ledger): readonly RectificationCase[] => {
  const histories = historiesOf(events)
  return cases.filter((one) => caseState(historyOf(histories, one)).isOpen)
}

/** Steps as entries that follow what a case's history holds. */
export function entriesOf(
  one: RectificationCase,
  before: readonly CaseEvent[],
  steps: readonly CaseStep[],
  entry: { readonly at: number; readonly by: string },
): readonly CaseEvent[] {
  return steps.map((step, at) => ({ case: one.id, number: before.length + at + 1, ...entry, step }))
}

/** Whether a run was looked at for a case already, as when an erratum is made from the same run. */
const isSeen = (events: readonly CaseEvent[], run: string): boolean =>
  events.some(({ step }) => step.kind === 'rechecked' && step.run === run)

/**
 * What a run means for the ledger: open cases of earlier periods are followed up, those of this very period only closed
 * where their finding was dismissed since, and findings without an open case get one.
 */
export function ledgerAfter(
  ledger: Ledger,
  sight: Sight,
  opening: { readonly period: CircularPeriod; readonly openedAt: number; readonly dueOn: Day | null },
): LedgerAddition {
  const histories = historiesOf(ledger.events)
  const stepsOf = followUp(sight)
  const entry = { at: opening.openedAt, by: OURSELVES }
  const open = openOf(ledger)
  const events = open.flatMap((one) => {
    const history = historyOf(histories, one)
    const isOwn = one.period === opening.period || isSeen(history, sight.run)
    const steps = stepsOf(one).filter(
      (step) => !isOwn || (step.kind === 'closed' && step.because === 'dismissed'),
    )
    return entriesOf(one, history, steps, entry)
  })
  const closed = new Set(events.filter(({ step }) => step.kind === 'closed').map((event) => event.case))
  const stillOpen = open.filter((one) => !closed.has(one.id))
  const taken = new Set(
    ledger.cases.filter((one) => one.period === opening.period).map((one) => one.fingerprint),
  )
  const known = new Set([...stillOpen.map((one) => one.fingerprint), ...taken])
  const cases = newCases(sight.verdicts, known, opening)
  return {
    cases,
    events,
    after: {
      cases: [...ledger.cases, ...cases].sort((a, b) => (a.id < b.id ? -1 : 1)),
      events: [...ledger.events, ...events],
    },
  }
}
