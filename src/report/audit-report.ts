import type { Day } from '../core/day.ts'
import type { CheckId, Fingerprint, ItemId, RuleId, RunId, UnitId } from '../core/ids.ts'
import type { Bilingual, MessageCatalogue } from '../core/message.ts'
import type { Observation } from '../core/observation.ts'
import type { Severity } from '../core/outcome.ts'
import type { Verdict } from '../core/verdict.ts'
import type { Pack } from '../policy/pack.ts'
import type { Registry } from '../registry/registry.ts'
import type { Movement, OutcomeCounts, Scorecard } from '../score/scorecard.ts'

/** What the one document is built from. */
export interface ReportInput {
  readonly run: {
    readonly id: RunId
    readonly startedAt: number
    readonly asOf: Day
    readonly city: string
    readonly reliable: boolean
  }
  readonly previousRun: RunId | null
  readonly pack: Pack
  readonly registry: Registry
  readonly verdicts: readonly Verdict[]
  readonly scorecards: readonly Scorecard[]
  readonly movement: Movement | null
  readonly observations: ReadonlyMap<string, Observation>
  readonly catalogue: MessageCatalogue
  readonly duties: readonly { readonly unit: UnitId; readonly item: ItemId }[]
}

/** What was seen at an address, ready to be shown. */
export interface SeenReport {
  readonly address: string
  /** `YYYY-MM-DD HH:MM` in Asia/Shanghai. */
  readonly seenAt: string
  readonly purpose: string
  /** The status chain, e.g. `['302 http://a/ → /b', '404 http://a/b']`, or the failure's reason. */
  readonly chain: readonly string[]
  readonly quote: string
  readonly locator: string
}

/** A finding, rendered in both languages. */
export interface FindingReport {
  readonly fingerprint: Fingerprint
  readonly fault: Fingerprint
  readonly unit: UnitId
  readonly unitName: string
  readonly item: ItemId
  readonly itemTitle: string
  readonly clause: string
  readonly rule: RuleId
  readonly check: CheckId
  readonly ruleTitle: Bilingual
  readonly basis: string
  readonly severity: Severity
  readonly subject: string
  readonly address: string | null
  readonly movement: 'new' | 'unchanged' | null
  readonly text: Bilingual
  readonly remedy: Bilingual
  readonly seen: readonly SeenReport[]
}

/** A verdict without findings, rendered. */
export interface UnsettledReport {
  readonly unit: UnitId
  readonly item: ItemId
  readonly rule: RuleId
  readonly check: CheckId
  readonly subject: string
  readonly address: string | null
  readonly outcome: 'cantTell' | 'untested'
  readonly text: Bilingual
}

/** One unit in the report. */
export interface UnitReport {
  readonly id: UnitId
  readonly name: string
  readonly kind: 'district' | 'department' | 'enterprise'
  readonly site: string | null
  readonly score: number | null
  readonly coverage: number | null
  readonly complete: boolean
  readonly grade: { readonly id: string; readonly name: Bilingual } | null
  readonly rank: number | null
  readonly outcomes: OutcomeCounts
  readonly deductions: readonly {
    readonly rule: RuleId
    readonly title: Bilingual
    readonly failedWeight: number
    readonly uncapped: number
    readonly points: number
  }[]
  readonly vetoes: readonly RuleId[]
  readonly items: readonly {
    readonly item: ItemId
    readonly title: string
    readonly section: string
    readonly outcomes: OutcomeCounts
    readonly state: 'failed' | 'passed' | 'unsettled' | 'inapplicable'
  }[]
  readonly findings: readonly FindingReport[]
  readonly unsettled: readonly UnsettledReport[]
  readonly movement: {
    readonly new: number
    readonly unchanged: number
    readonly fixed: number
    readonly notRechecked: number
  } | null
}

/** The one document that every format renders. Plain data: it is what `--format json` prints. */
export interface AuditReport {
  readonly schema: 'portal-audit/report'
  readonly version: 1
  readonly run: {
    readonly id: RunId
    readonly startedAt: string
    readonly asOf: Day
    readonly reliable: boolean
    readonly previous: RunId | null
  }
  readonly city: string
  readonly pack: {
    readonly id: string
    readonly version: string
    readonly title: string
    readonly source: string
    readonly hash: string
  }
  readonly totals: {
    readonly units: number
    readonly duties: number
    readonly verdicts: number
    readonly outcomes: OutcomeCounts
    /** Findings, one per unit and item. */
    readonly findings: number
    /** Faults, each counted once however many units share it. */
    readonly faults: number
    readonly addresses: number
    readonly requests: number
    readonly averageScore: number | null
    readonly medianScore: number | null
    readonly coverage: number | null
  }
  readonly grades: readonly {
    readonly id: string
    readonly name: Bilingual
    readonly from: number
    readonly units: number
  }[]
  readonly sections: readonly {
    readonly id: string
    readonly title: string
    readonly outcomes: OutcomeCounts
    readonly faults: number
  }[]
  readonly checks: readonly {
    readonly check: CheckId
    readonly title: Bilingual
    readonly findings: number
    readonly faults: number
    readonly units: number
    readonly cantTell: number
  }[]
  readonly movement: {
    readonly new: number
    readonly unchanged: number
    readonly fixed: number
    readonly notRechecked: number
  } | null
  readonly units: readonly UnitReport[]
}

/** One file of a rendered report; `path` is relative to the output folder, with `/`. */
export interface ReportFile {
  readonly path: string
  readonly content: string
}
