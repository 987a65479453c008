import type * as z from 'zod'
import type { Day } from '../core/day.ts'
import type { Fingerprint, ItemId, MessageId, RunId, UnitId } from '../core/ids.ts'
import type { MessageCatalogue, MessageData } from '../core/message.ts'
import type { Observation } from '../core/observation.ts'
import type { Review } from '../core/review.ts'
import type { Finding, Verdict } from '../core/verdict.ts'
import type { Pack } from '../policy/pack.ts'
import type { Registry } from '../registry/registry.ts'
import type { LapsedWaiver, WaivedFinding } from '../registry/waiver.ts'
import type { Movement, Scorecard } from '../score/scorecard.ts'
import type {
  findingShape,
  reviewShape,
  seenShape,
  setAsideShape,
  unsettledShape,
  waivedShape,
} from './finding-shape.ts'
import type { AttestedInput } from './manual-report.ts'
import type { reportShape, unitShape } from './report-shape.ts'
import type { SuspectInput } from './suspect-report.ts'

/** A finding with the decision that set it aside. */
export interface ReviewedFinding {
  readonly verdict: Verdict
  readonly finding: Finding
  readonly review: Review
}

/** What the one document is built from. */
export interface ReportInput {
  readonly run: {
    readonly id: RunId
    readonly startedAt: number
    readonly asOf: Day
    readonly city: string
    readonly reliable: boolean
    /** Why it is not, as messages that the catalogue keeps under `run`. */
    readonly doubts: readonly { readonly message: MessageId; readonly data: MessageData }[]
  }
  readonly previousRun: RunId | null
  readonly pack: Pack
  readonly registry: Registry
  /** With the waived findings taken out. */
  readonly verdicts: readonly Verdict[]
  readonly waived: readonly WaivedFinding[]
  /** Findings whose waiver has lapsed. */
  readonly lapsed: ReadonlyMap<Fingerprint, LapsedWaiver>
  /** Findings that people dismissed or deferred; they are in no verdict. */
  readonly setAside: readonly ReviewedFinding[]
  /** Decisions about findings that stand: confirmations, and what no longer counts. */
  readonly reviews: ReadonlyMap<Fingerprint, { readonly review: Review; readonly counts: boolean }>
  /** What a finding measured, as a waiver states it. */
  readonly measured: (finding: Finding) => string
  readonly scorecards: readonly Scorecard[]
  readonly movement: Movement | null
  readonly observations: ReadonlyMap<string, Observation>
  readonly catalogue: MessageCatalogue
  /** Duties that only a person can see, of any units. */
  readonly manual: readonly AttestedInput[]
  readonly suspects: readonly SuspectInput[]
  readonly duties: readonly { readonly unit: UnitId; readonly item: ItemId }[]
}

/** What was seen at an address, ready to be shown. */
export type SeenReport = z.output<typeof seenShape>

/** A finding, rendered in both languages. */
export type FindingReport = z.output<typeof findingShape>

/** A waived finding, rendered. */
export type WaivedReport = z.output<typeof waivedShape>

/** A decision about a finding, rendered. */
export type ReviewReport = z.output<typeof reviewShape>

/** A finding that was set aside on review, rendered. */
export type SetAsideReport = z.output<typeof setAsideShape>

/** A verdict without findings, rendered. */
export type UnsettledReport = z.output<typeof unsettledShape>

/** One unit in the report. */
export type UnitReport = z.output<typeof unitShape>

/** The one document that every format renders. Plain data: it is what `--format json` prints. */
export type AuditReport = z.output<typeof reportShape>

/** One file of a rendered report; `path` is relative to the output folder, with `/`. */
export interface ReportFile {
  readonly path: string
  readonly content: string
}
