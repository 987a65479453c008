import type { Selectable } from 'kysely'
import type { CircularPeriod } from '../core/circular-period.ts'
import type { Day } from '../core/day.ts'
import type { CaseEvent, CaseStep, RectificationCase } from '../core/rectification.ts'
import type { Review } from '../core/review.ts'
import type { Sealing } from '../core/sealing.ts'
import type { CaseEventTable, CaseTable, ReviewTable, SealingTable } from './tables.ts'

/** Rows of decisions, sealings, cases and their histories, there and back. */
export const reviewRow = ({ run, ...review }: Review) => ({ run_id: run, ...review })

export const reviewOf = ({ run_id, at, ...row }: Selectable<ReviewTable>): Review => ({
  run: run_id,
  ...row,
  at: Number(at),
})

export const sealingRow = ({ run, sealedAt, sealedBy, ...sealing }: Sealing, position: number) => ({
  ...sealing,
  position,
  run_id: run,
  sealed_at: sealedAt,
  sealed_by: sealedBy,
})

export const sealingOf = (row: Selectable<SealingTable>): Sealing => ({
  period: row.period as CircularPeriod,
  edition: row.edition,
  run: row.run_id,
  sealedAt: Number(row.sealed_at),
  sealedBy: row.sealed_by,
  reason: row.reason,
  document: row.document,
  chain: row.chain,
})

export const caseRow = (one: RectificationCase) => ({
  id: one.id,
  period: one.period,
  fingerprint: one.fingerprint,
  unit_id: one.unit,
  item_id: one.item,
  rule_id: one.rule,
  subject_key: one.subject,
  opened_at: one.openedAt,
  due_on: one.dueOn,
})

export const caseOf = (row: Selectable<CaseTable>): RectificationCase => ({
  id: row.id,
  period: row.period as CircularPeriod,
  fingerprint: row.fingerprint,
  unit: row.unit_id,
  item: row.item_id,
  rule: row.rule_id,
  subject: row.subject_key,
  openedAt: Number(row.opened_at),
  dueOn: row.due_on as Day | null,
})

export const caseEventRow = (event: CaseEvent) => ({
  case_id: event.case,
  number: event.number,
  at: event.at,
  by: event.by,
  step: JSON.stringify(event.step),
})

export const caseEventOf = (row: Selectable<CaseEventTable>): CaseEvent => ({
  case: row.case_id,
  number: row.number,
  at: Number(row.at),
  by: row.by,
  step: JSON.parse(row.step) as CaseStep,
})
