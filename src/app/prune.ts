import { stat } from 'node:fs/promises'
import { type Day, dayAt } from '../core/day.ts'
import { EXIT, InputError } from '../core/errors.ts'
import type { RunId } from '../core/ids.ts'
import { type HeldRuns, retainCrawls, retainRuns, type WhyKept } from '../period/retention.ts'
import { openPeriodStore, openPruneStore } from '../store/open-store.ts'
import type { PeriodStore } from '../store/period-store.ts'
import type { PruneStore } from '../store/prune.ts'
import { FINISHED_RUNS, lockWorks } from '../store/work-lock.ts'
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
  /** Bytes by which the database's file became smaller; null in a dry run, and where others were using it or the disk is full. */
  readonly freed: number | null
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
): Promise<Omit<Pruned, 'freed'>> {
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

/** Bytes of the database's file and what is written beside it. */
async function sizeOf(file: string): Promise<number> {
  const sizes = [file, `${file}-wal`].map((path) =>
    stat(path).then(
      ({ size }) => size,
      () => 0,
    ),
  )
  return (await Promise.all(sizes)).reduce((sum, one) => sum + one, 0)
}

/** Whether what was freed was given back to the disk; not where somebody else is using the database, or the disk is full. */
const isVacuumed = (store: PruneStore): Promise<boolean> =>
  store.vacuum().then(
    () => true,
    (fault: unknown) => {
      if (fault instanceof InputError) return false
      throw fault
    },
  )

/**
 * Takes away runs, crawls and bodies that the retention rules keep no longer, one run after the other: what is killed is
 * finished by the next pruning. What was freed is given back to the disk. With `dryRun` nothing is deleted. Throws {@link InputError} (usage) when no rule is set,
 * and while an audit or a sealing is at work on the same database.
 */
export async function prune(config: Config, dryRun: boolean, edges: Edges): Promise<Pruned> {
  refuseWithoutRule(config)
  await mustExist(config.store)
  const asOf = config.asOf ?? dayAt(edges.now())
  const lock = lockWorks(config.store, ['audit', FINISHED_RUNS])
  try {
    const before = await sizeOf(config.store)
    const periods = await openPeriodStore(config.store)
    const store = await openPruneStore(config.store)
    let isSmaller = false
    let pruned: Omit<Pruned, 'freed'>
    try {
      pruned = await pruneStore(store, periods, config, asOf, dryRun)
      isSmaller = !dryRun && (await isVacuumed(store))
    } finally {
      await store.close()
      await periods.close()
    }
    return { ...pruned, freed: isSmaller ? Math.max(0, before - (await sizeOf(config.store))) : null }
  } finally {
    lock.release()
  }
}
