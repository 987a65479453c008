import type { Day } from '../core/day.ts'
import type { Digest, RunId } from '../core/ids.ts'
import type { Observation } from '../core/observation.ts'
import type { Review } from '../core/review.ts'
import type { Verdict } from '../core/verdict.ts'
import type { RobotsStore } from './robots.ts'

/** What a run was started with; everything that judging it again needs beside its observations and the pack. */
export interface RunStart {
  readonly id: RunId
  /** `audit`: every subject of its scope; `recheck`: those of open rectification cases only. */
  readonly kind: 'audit' | 'recheck'
  /** Milliseconds since 1970-01-01 UTC. */
  readonly startedAt: number
  readonly asOf: Day
  readonly city: string
  readonly packId: string
  readonly packVersion: string
  readonly packHash: string
  readonly registryHash: string
  /** The random part of control addresses, chosen once a run. */
  readonly controlToken: string
  /** The registry's files as they were, by name, so that a run can be judged when they have changed. */
  readonly registryFiles: Readonly<Record<string, string>>
  /** Units and items that the run was limited to; empty = all. */
  readonly units: readonly string[]
  readonly items: readonly string[]
}

/** A run as the store knows it. */
export interface Run extends RunStart {
  readonly state: 'running' | 'complete' | 'unreliable'
  readonly finishedAt: number | null
}

/** A body to keep, with its digest already computed. */
export interface Body {
  readonly digest: Digest
  readonly bytes: Uint8Array
}

/** Everything that outlives the process. Every method writes whole or not at all. */
export interface RunStore extends RobotsStore {
  startRun(start: RunStart): Promise<void>
  finishRun(id: RunId, state: 'complete' | 'unreliable', finishedAt: number): Promise<void>
  run(id: RunId): Promise<Run | null>
  /** The newest first. */
  runs(): Promise<readonly Run[]>
  /** The newest audit that is still `running` and that no later complete one of the same scope has replaced. */
  unfinishedRun(): Promise<Run | null>
  /** The newest complete audit that was started before the given one with the same scope, as its baseline. */
  runBefore(id: RunId): Promise<Run | null>
  /** Observations and the bodies they point to, in one transaction. A second observation of one id is ignored. */
  addObservations(run: RunId, observations: readonly Observation[], bodies: readonly Body[]): Promise<void>
  /** In the order of their ids. */
  observations(run: RunId): Promise<readonly Observation[]>
  body(digest: Digest): Promise<Uint8Array | null>
  /** Replaces the run's verdicts and findings. */
  replaceVerdicts(run: RunId, verdicts: readonly Verdict[]): Promise<void>
  verdicts(run: RunId): Promise<readonly Verdict[]>
  /** Decisions about findings of the run and of every run started before it, in the order in which they were made. */
  reviewsUpTo(run: RunId): Promise<readonly Review[]>
  close(): Promise<void>
}
