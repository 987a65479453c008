import { type Day, type Period, subtractPeriod } from '../core/day.ts'
import type { RunId } from '../core/ids.ts'

/** How long runs and crawls are kept (audit.yaml, `retention`), as ISO 8601 durations; null = for ever. */
export interface RetentionRules {
  readonly runs: Period | null
  readonly crawls: Period | null
}

/** Why something is kept, in the order in which reasons are named. */
export const WHY_KEPT = [
  'sealed',
  'reviewed',
  'rechecked',
  'unfinished',
  'newest',
  'young',
  'baseline',
  'referred',
] as const

/** One of {@link WHY_KEPT}. */
export type WhyKept = (typeof WHY_KEPT)[number]

/** What is kept, with every reason for it, and what goes; both in the order in which they were given. */
export interface Sorted<One> {
  readonly kept: readonly { readonly one: One; readonly why: readonly WhyKept[] }[]
  readonly going: readonly One[]
}

interface Dated {
  /** Milliseconds since 1970-01-01 UTC. */
  readonly startedAt: number
  readonly state: 'running' | 'complete' | 'unreliable'
  /** The day in Asia/Shanghai on which it was started. */
  readonly startedOn: Day
}

/** What is known of a run when it is decided whether it stays. */
export interface DatedRun extends Dated {
  readonly id: RunId
  readonly kind: 'audit' | 'recheck'
  /** Units and items, as one text: runs of the same scope are each other's baseline. */
  readonly scope: string
}

/** The same of a crawl. */
export interface DatedCrawl extends Dated {
  readonly id: number
  readonly site: number
  /** Crawls that hold answers which this one names instead of copying them. */
  readonly refersTo: readonly number[]
}

/** Runs that people have worked on. */
export interface HeldRuns {
  /** Sealed as a period, in any edition. */
  readonly sealed: ReadonlySet<RunId>
  readonly reviewed: ReadonlySet<RunId>
  /** Named by the history of a case. */
  readonly rechecked: ReadonlySet<RunId>
}

type Reasons<One> = Map<One, Set<WhyKept>>

function sortOut<One>(all: readonly One[], reasons: Reasons<One>): Sorted<One> {
  const whyOf = (one: One): readonly WhyKept[] =>
    WHY_KEPT.filter((why) => reasons.get(one)?.has(why) === true)
  return {
    kept: all.map((one) => ({ one, why: whyOf(one) })).filter(({ why }) => why.length > 0),
    going: all.filter((one) => whyOf(one).length === 0),
  }
}

function keeperOf<One>(reasons: Reasons<One>): (one: One | undefined, why: WhyKept) => void {
  return (one, why) => {
    if (one !== undefined) reasons.set(one, (reasons.get(one) ?? new Set()).add(why))
  }
}

const isYoung = ({ startedOn }: Dated, kept: Period | null, asOf: Day): boolean =>
  kept === null || startedOn > subtractPeriod(asOf, kept)

/** The first of each group that is what is asked for. */
function firstOfEach<One>(
  all: readonly One[],
  groupOf: (one: One) => string | number,
  isMeant: (one: One) => boolean,
): readonly One[] {
  const first = new Map<string | number, One>()
  for (const one of all) if (isMeant(one) && !first.has(groupOf(one))) first.set(groupOf(one), one)
  return [...first.values()]
}

/**
 * Which runs stay on a day: those that people have worked on, the audit that can be resumed, the newest complete audit
 * of each scope, young ones, and the baseline of each of these, so that what was said of it can be said again. `runs`
 * are given the newest first.
 */
export function retainRuns<One extends DatedRun>(
  runs: readonly One[],
  { sealed, reviewed, rechecked }: HeldRuns,
  kept: Period | null,
  asOf: Day,
): Sorted<One> {
  const reasons: Reasons<One> = new Map()
  const keep = keeperOf(reasons)
  const isComplete = (run: One): boolean => run.kind === 'audit' && run.state === 'complete'
  for (const run of runs) {
    if (sealed.has(run.id)) keep(run, 'sealed')
    if (reviewed.has(run.id)) keep(run, 'reviewed')
    if (rechecked.has(run.id)) keep(run, 'rechecked')
    if (isYoung(run, kept, asOf)) keep(run, 'young')
  }
  const isReplaced = (run: One): boolean =>
    runs.some((one) => isComplete(one) && one.scope === run.scope && one.startedAt > run.startedAt)
  keep(
    runs.find((run) => run.kind === 'audit' && run.state === 'running' && !isReplaced(run)),
    'unfinished',
  )
  for (const run of firstOfEach(runs, ({ scope }) => scope, isComplete)) keep(run, 'newest')
  for (const run of [...reasons.keys()].filter(({ kind }) => kind === 'audit'))
    keep(
      runs.find((one) => isComplete(one) && one.scope === run.scope && one.startedAt < run.startedAt),
      'baseline',
    )
  return sortOut(runs, reasons)
}

/**
 * Which crawls stay on a day: of each site the newest, the newest complete one, and the one that can be resumed with the
 * one before it; young ones; and whatever a crawl that stays refers to. `crawls` are given the newest first.
 */
export function retainCrawls<One extends DatedCrawl>(
  crawls: readonly One[],
  kept: Period | null,
  asOf: Day,
): Sorted<One> {
  const reasons: Reasons<One> = new Map()
  const keep = keeperOf(reasons)
  const siteOf = ({ site }: One): number => site
  const isComplete = ({ state }: One): boolean => state === 'complete'
  for (const crawl of crawls) if (isYoung(crawl, kept, asOf)) keep(crawl, 'young')
  for (const crawl of firstOfEach(crawls, siteOf, () => true)) keep(crawl, 'newest')
  for (const crawl of firstOfEach(crawls, siteOf, isComplete)) keep(crawl, 'newest')
  for (const crawl of firstOfEach(crawls, siteOf, ({ state }) => state === 'running')) {
    keep(crawl, 'unfinished')
    const before = crawls.find((one) => one.site === crawl.site && one.id < crawl.id && isComplete(one))
    keep(before, 'baseline')
  }
  const byId = new Map(crawls.map((crawl) => [crawl.id, crawl]))
  for (const crawl of reasons.keys()) for (const id of crawl.refersTo) keep(byId.get(id), 'referred')
  return sortOut(crawls, reasons)
}
