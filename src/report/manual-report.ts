import type { Day } from '../core/day.ts'
import type { UnitId } from '../core/ids.ts'
import { periodWords } from '../core/period-words.ts'
import type { ManualDuty } from '../policy/general-duty.ts'
import type { Attestation } from '../registry/attestation.ts'
import type { UnitReport } from './audit-report.ts'

/** A clause that only a person can see, at one unit, with what is attested of it. */
export interface AttestedInput {
  readonly unit: UnitId
  readonly clause: {
    readonly clause: string
    readonly title: string
    readonly words: string
    readonly manual: ManualDuty
  }
  readonly state: 'attested' | 'lapsed' | 'never'
  readonly attestation: Attestation | null
  readonly until: Day | null
}

/** An attested duty, ready to be shown. */
export const manualReport = ({
  clause,
  state,
  attestation,
  until,
}: AttestedInput): UnitReport['manual'][number] => ({
  clause: clause.clause,
  title: clause.title,
  words: clause.words,
  reason: clause.manual.reason,
  every: periodWords(clause.manual.every),
  state,
  by: attestation?.by ?? null,
  on: attestation?.on ?? null,
  until,
  note: attestation?.note ?? '',
})
