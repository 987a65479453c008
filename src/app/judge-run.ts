import { catalogue } from '../checks/catalogue.ts'
import { checks } from '../checks/index.ts'
import type { Review } from '../core/review.ts'
import type { Verdict } from '../core/verdict.ts'
import type { LadderRules } from '../facts/ladder/ladder.ts'
import { applyReviews, type Reviewed } from '../judge/apply-reviews.ts'
import { movementOf, movementsByUnit } from '../judge/baseline.ts'
import { doubtMessages } from '../judge/doubt-messages.ts'
import { evidenceOf } from '../judge/evidence.ts'
import { judge } from '../judge/judge.ts'
import { measuredOf } from '../judge/measured.ts'
import { judgeMessages } from '../judge/messages.ts'
import type { Doubt } from '../judge/reliability.ts'
import { declaredDays, type Suspect, suspectsOf } from '../judge/suspects.ts'
import { waive } from '../judge/waive.ts'
import { attestedDuties } from '../plan/manual-duties.ts'
import type { Pack } from '../policy/pack.ts'
import type { Registry } from '../registry/registry.ts'
import type { WaivedFinding } from '../registry/waiver.ts'
import type { AuditReport, ReportInput } from '../report/audit-report.ts'
import { buildReport } from '../report/build.ts'
import { DOUBTS } from '../report/doubts.ts'
import { scorecards } from '../score/scorecards.ts'
import type { Run } from '../store/run-store.ts'
import type { Collected } from './collect.ts'
import type { Plan } from './inputs.ts'

/** The run before, as the baseline. */
export interface Baseline {
  readonly id: string
  readonly verdicts: readonly Verdict[]
}

/** What a run is judged from. */
export interface JudgeRunInput {
  readonly run: Run
  readonly reliable: boolean
  /** Why it is not. */
  readonly doubts: readonly Doubt[]
  readonly pack: Pack
  readonly registry: Registry
  readonly plan: Plan
  readonly collected: Collected
  readonly baseline: Baseline | null
  /** What it takes until a fault counts. */
  readonly ladder: LadderRules
  /** What people decided of findings, of this run and of earlier ones. */
  readonly reviews: readonly Review[]
}

/** Every message that a verdict may carry. */
export const messageCatalogue = {
  ...Object.fromEntries(
    Object.entries(catalogue).map(([check, messages]) => [check, { ...judgeMessages, ...messages }]),
  ),
  [DOUBTS]: doubtMessages,
}

/** What judging a run ends with. Waived findings are in no verdicts. */
export interface JudgedRun {
  /** As the rules say, before review: what the store keeps. */
  readonly unreviewed: readonly Verdict[]
  /** After review. */
  readonly verdicts: readonly Verdict[]
  readonly waived: readonly WaivedFinding[]
  readonly report: AuditReport
  /** Addresses whose faults count only once they were seen again. */
  readonly suspects: readonly Suspect[]
}

const decisionsOf = ({ confirmed, lapsed }: Reviewed): ReportInput['reviews'] => {
  const all = [...confirmed, ...lapsed]
  return new Map(all.map(([print, review]) => [print, { review, counts: confirmed.has(print) }]))
}

/** Judges what a run has seen and makes the one document that every format renders. Pure: no network, no clock. */
export function judgeRun(input: JudgeRunInput): JudgedRun {
  const { run, pack, registry, plan, collected, baseline } = input
  const evidence = evidenceOf(collected.observations, collected)
  const judged = judge({
    pack,
    checks,
    subjects: plan.subjects,
    notices: registry.notices,
    evidence,
    controlToken: run.controlToken,
    ladder: input.ladder,
    asOf: run.asOf,
  })
  const { verdicts: unreviewed, waived, lapsed } = waive(judged, registry.waivers, run.asOf)
  const reviewed = applyReviews(unreviewed, run.id, input.reviews)
  const { verdicts, setAside } = reviewed
  const takenOut = new Set([...waived, ...setAside].map(({ finding }) => finding.fingerprint))
  const suspects = suspectsOf(
    evidence,
    run.controlToken,
    { ladder: input.ladder, calendar: pack.calendar },
    declaredDays(plan.subjects, registry.notices),
  )
  const units = [...new Set(plan.duties.map((duty) => duty.unit.id))]
  const movements = baseline === null ? undefined : movementsByUnit(verdicts, baseline.verdicts, takenOut)
  const report = buildReport({
    run: {
      id: run.id,
      startedAt: run.startedAt,
      asOf: run.asOf,
      city: run.city,
      reliable: input.reliable,
      doubts: input.doubts,
    },
    previousRun: baseline?.id ?? null,
    pack,
    registry,
    verdicts,
    waived,
    lapsed,
    setAside,
    reviews: decisionsOf(reviewed),
    measured: measuredOf,
    scorecards: scorecards({ verdicts, pack, units, ...(movements === undefined ? {} : { movements }) }),
    movement: baseline === null ? null : movementOf(verdicts, baseline.verdicts, takenOut),
    observations: new Map(collected.observations.map((one) => [one.id, one])),
    catalogue: messageCatalogue,
    suspects,
    manual: attestedDuties(pack, registry, run.asOf),
    duties: plan.duties.map((duty) => ({ unit: duty.unit.id, item: duty.item.id })),
  })
  return { unreviewed, verdicts, waived, report, suspects }
}
