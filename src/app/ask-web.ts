import { createFetcher } from '../fetch/create-fetcher.ts'
import type { FetchOptions } from '../fetch/options.ts'
import { clockTime } from '../fetch/quiet-hours.ts'
import type { Subject } from '../plan/subject.ts'
import type { Rule } from '../policy/rule.ts'
import type { Run, RunStore } from '../store/run-store.ts'
import { canariesOf } from './canaries.ts'
import { type Collected, collect } from './collect.ts'
import type { Config } from './config.ts'
import type { Edges } from './edges.ts'
import { fetchOptionsOf } from './fetch-options.ts'
import { watchNetwork } from './network-watch.ts'
import type { OnProgress } from './progress.ts'
import { rememberingFetcher } from './remembering-fetcher.ts'

/** Milliseconds. */
const DAY = 86_400_000

/** What the web is asked with. */
export interface AskTools {
  readonly config: Config
  readonly edges: Edges
  readonly store: RunStore
  readonly onProgress: OnProgress
  /** Whether every page is asked for whole, whatever an earlier run has seen. */
  readonly fresh?: boolean
  /** Ends the run before its time, with what is known by then stored. */
  readonly signal?: AbortSignal
}

/**
 * Everything that the web has to say of `subjects`, as far as `rules` need it, with our own network looked after from the
 * beginning to the end.
 */
export async function askWeb(
  run: Run,
  subjects: readonly Subject[],
  rules: readonly Rule[],
  tools: AskTools,
): Promise<Collected> {
  const { config, edges, store, onProgress } = tools
  const options: FetchOptions = {
    ...fetchOptionsOf(config, edges),
    robotsCache: {
      get: async (origin) => (tools.fresh === true ? null : store.robots(origin)),
      put: store.keepRobots,
    },
    onQuiet: (until) =>
      onProgress({ phase: 'asking', done: 0, known: 0, round: 1, quietUntil: clockTime(until) }),
  }
  const earlier = tools.fresh === true ? null : await store.runBefore(run.id)
  const fetcher = rememberingFetcher(createFetcher(options), {
    observations: earlier === null ? [] : await store.observations(earlier.id),
    store,
    maximumAge: config.fetch.wholeAfterDays * DAY,
    now: edges.now,
  })
  const askCanaries = canariesOf(run, config.canaries, store, fetcher)
  const watched = watchNetwork(fetcher, askCanaries, options.sleep)
  try {
    const isBegun = (await store.observations(run.id)).some((one) => one.purpose === 'canary')
    if (!isBegun) await askCanaries()
    const collected = await collect(run, subjects, rules, {
      store,
      fetcher: config.canaries.length === 0 ? fetcher : watched,
      onProgress,
      signal: tools.signal ?? new AbortController().signal,
      down: watched.down,
      refusedPause: config.confirmations.refusedSeconds * 1000,
      now: options.now,
      sleep: options.sleep,
    })
    await askCanaries()
    return { ...collected, observations: await store.observations(run.id) }
  } finally {
    await fetcher.close()
  }
}
