import type { Bilingual } from '../core/message.ts'
import type { Severity } from '../core/outcome.ts'
import { periodWords } from '../core/period-words.ts'
import { cadenceWords } from './cadence-words.ts'
import type { GeneralDuty, ManualDuty } from './general-duty.ts'
import type { Item } from './item.ts'
import type { Pack } from './pack.ts'
import type { Rule } from './rule.ts'

/** One rule that bears on a clause. */
export interface MatrixRule {
  readonly rule: string
  readonly check: string
  readonly severity: Severity
  readonly source: string
}

/** One clause of the policy and what is done about it. A row with neither rules nor a manual entry is a gap. */
export interface MatrixRow {
  readonly clause: string
  readonly title: string
  readonly rules: readonly MatrixRule[]
  readonly cadences: readonly (Bilingual & { readonly source: string })[]
  readonly manual: { readonly reason: Bilingual; readonly every: Bilingual } | null
}

const ruleLine = ({ id, check, severity, basis }: Rule): MatrixRule => ({
  rule: id,
  check,
  severity,
  source: basis,
})

const manualOf = (manual: ManualDuty | null): MatrixRow['manual'] =>
  manual === null ? null : { reason: manual.reason, every: periodWords(manual.every) }

const itemRow = (item: Item, rules: readonly Rule[]): MatrixRow => ({
  clause: item.id,
  title: item.title,
  rules: rules.filter((rule) => rule.items.includes(item.id)).map(ruleLine),
  cadences: item.cadences.map((cadence) => ({ ...cadenceWords(cadence), source: cadence.source })),
  manual: manualOf(item.manual),
})

const generalRow = (duty: GeneralDuty, rules: readonly Rule[]): MatrixRow => ({
  clause: duty.id,
  title: duty.title,
  rules: rules.filter((rule) => duty.rules.includes(rule.id)).map(ruleLine),
  cadences: [],
  manual: manualOf(duty.manual),
})

/** Every clause of the policy: general duties first, as the policy has them, then its items. */
export function matrixOf(pack: Pack): readonly MatrixRow[] {
  const rules = [...pack.rules.values()]
  return [
    ...pack.general.map((duty) => generalRow(duty, rules)),
    ...[...pack.items.values()].map((item) => itemRow(item, rules)),
  ]
}

/** Clauses that nothing checks and nobody looks at. */
export const gapsOf = (rows: readonly MatrixRow[]): readonly MatrixRow[] =>
  rows.filter((row) => row.rules.length === 0 && row.manual === null)
