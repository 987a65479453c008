import { type Day, dayAt } from '../core/day.ts'
import { EXIT, InputError } from '../core/errors.ts'
import type { RunId } from '../core/ids.ts'
import { type HeldRuns, retainCrawls, retainRuns, type WhyKept } from '../period/retention.ts'
import { openPeriodStore, openPruneStore } from '../store/open-store.ts'
import type { PeriodStore } from '../store/period-store.ts'
import type { PruneStore } from '../store/prune.ts'
import { lockWork } from '../store/work-lock.ts'
import type { Config } from './config.ts'
import type { Edges } from './edges.ts'
import { mustExist } from './must-exist.ts'

/** A run or a crawl, as it is shown. `name` is a run's id, of a crawl the address that it started from. */
export interface Named {
  readonly id: RunId | number
  readonly name: string
  readonly startedOn: Day
}

/** What is kept, with the reasons, and what went, or would go. */
export interface Sifted {
  readonly kept: readonly (Named & { readonly why: readonly WhyKept[] })[]
  readonly gone: readonly Named[]
}

/** What the retention rules took away, or would take away. */
export interface Pruned {
  readonly dryRun: boolean
  readonly asOf: Day
  readonly runs: Sifted
  readonly crawls: Sifted
  /** How many bodies nothing points to any more. */
  readonly bodies: number
  /** Bytes that bodies and answers of crawls took up, compressed. */
  readonly bytes: number
}

async function heldRuns(periods: PeriodStore): Promise<HeldRuns> {
  const events = await periods.caseEvents()
  return {
    sealed: new Set((await periods.sealings()).map(({ run }) => run)),
    reviewed: new Set((await periods.reviews()).map(({ run }) => run)),
    rechecked: new Set(events.flatMap(({ step }) => (step.kind === 'rechecked' ? step.run : []))),
  }
}

function refuseWithoutRule({ retention, file }: Config): void {
  if (retention.runs !== null || retention.crawls !== null) return
  const message =
    '没有设置保存期限，未作清理；请在 audit.yaml 中设置，如 retention: { runs: P6M, crawls: P3M }' +
    ' / no retention rule is set in audit.yaml, nothing was pruned; set one, such as retention: { runs: P6M, crawls: P3M }.'
  throw new InputError([{ file: file ?? 'audit.yaml', message }], EXIT.usage)
}

async function pruneStore(
  store: PruneStore,
  periods: PeriodStore,
  { retention }: Config,
  asOf: Day,
  dryRun: boolean,
): Promise<Pruned> {
  const dated = <One extends { readonly startedAt: number }>(one: One) => ({
    ...one,
    startedOn: dayAt(one.startedAt),
  })
  const runs = (await store.runs()).map((one) => ({ ...dated(one), name: one.id }))
  const crawls = (await store.crawls()).map((one) => ({ ...dated(one), name: one.start }))
  const sortedRuns = retainRuns(runs, await heldRuns(periods), retention.runs, asOf)
  const sortedCrawls = retainCrawls(crawls, retention.crawls, asOf)

  const stayed = new Set<RunId>(sortedRuns.kept.map(({ one }) => one.id))
  for (const { id } of sortedRuns.going) if (!dryRun && !(await store.removeRun(id))) stayed.add(id)
  let bytes = 0
  // The newest first: an unchanged answer names an earlier crawl, which must outlive it.
  for (const { id } of sortedCrawls.going) {
    bytes += await store.crawlBytes(id)
    if (!dryRun) await store.removeCrawl(id)
  }
  const loose = await store.looseBodies([...stayed])
  if (!dryRun) await store.removeBodies(loose.map(({ digest }) => digest))

  const named = ({ id, name, startedOn }: Named): Named => ({ id, name, startedOn })
  return {
    dryRun,
    asOf,
    runs: {
      kept: sortedRuns.kept.map(({ one, why }) => ({ ...named(one), why })),
      gone: sortedRuns.going.filter(({ id }) => !stayed.has(id)).map(named),
    },
    crawls: {
      kept: sortedCrawls.kept.map(({ one, why }) => ({ ...named(one), why })),
      gone: sortedCrawls.going.map(named),
    },
    bodies: loose.length,
    bytes: bytes + loose.reduce((sum, one) => sum + one.bytes, 0),
  }
}

/**
 * Takes away runs, crawls and bodies that the retention rules keep no longer, one run after the other: what is killed is
 * finished by the next pruning. With `dryRun` nothing is deleted. Throws {@link InputError} (usage) when no rule is set,
 * and while an audit is at work on the same database.
 */
export async function prune(config: Config, dryRun: boolean, edges: Edges): Promise<Pruned> {
  refuseWithoutRule(config)
  await mustExist(config.store)
  const asOf = config.asOf ?? dayAt(edges.now())
  const lock = lockWork(config.store, 'audit')
  try {
    const periods = await openPeriodStore(config.store)
    try {
      const store = await openPruneStore(config.store)
      try {
        return await pruneStore(store, periods, config, asOf, dryRun)
      } finally {
        await store.close()
      }
    } finally {
      await periods.close()
    }
  } finally {
    lock.release()
  }
}
