import type { Observation } from '../core/observation.ts'
import { fetchAll } from '../fetch/fetch-all.ts'
import type { Fetched, Fetcher } from '../fetch/fetcher.ts'
import { evidenceOf, type Readings } from '../judge/evidence.ts'
import { questionsLeft } from '../judge/questions-left.ts'
import type { Subject } from '../plan/subject.ts'
import type { Rule } from '../policy/rule.ts'
import type { Run, RunStore } from '../store/run-store.ts'
import { answerWriter } from './answer-writer.ts'
import { dueProbes } from './due-probes.ts'
import { interruption, withinGrace } from './interruption.ts'
import type { OnProgress } from './progress.ts'
import { readPages } from './read-pages.ts'

/** Everything that a run has seen. */
export interface Collected extends Readings {
  readonly observations: readonly Observation[]
}

/** What collecting works with. */
export interface CollectTools {
  readonly store: RunStore
  readonly fetcher: Fetcher
  readonly onProgress: OnProgress
  /** Ends the run before its time. */
  readonly signal: AbortSignal
  /** Aborted when our own network is down for good: nothing more is asked. */
  readonly down: AbortSignal
  /** Milliseconds between a refused connection and the second request. */
  readonly refusedPause: number
  readonly now: () => number
  readonly sleep: (milliseconds: number) => Promise<unknown>
}

/**
 * Asks the web until nothing that `rules` need is left to ask, storing every answer as it comes. What the store already knows of the run
 * is not asked again, so that the same call starts a run and resumes one. Throws {@link interruption} when `signal` is aborted.
 */
export async function collect(
  run: Run,
  subjects: readonly Subject[],
  rules: readonly Rule[],
  tools: CollectTools,
): Promise<Collected> {
  const { store, fetcher, onProgress, signal, down } = tools
  const observations = new Map((await store.observations(run.id)).map((one) => [one.id, one]))
  const readings = await readPages(store, [...observations.values()], run.asOf)
  for (let round = 1; !down.aborted; round += 1) {
    const evidence = evidenceOf([...observations.values()], readings)
    const left = questionsLeft(subjects, rules, evidence, run.controlToken)
    if (left.length === 0) break
    const { due, wait } = dueProbes(left, evidence.observation, tools.refusedPause, tools.now())
    const known = observations.size + left.length
    const writer = answerWriter(run, store)
    let isOver = false
    const take = async (fetched: Fetched): Promise<void> => {
      if (isOver) return
      const { observation, body } = fetched
      const written = writer.add(fetched)
      observations.set(observation.id, observation)
      if (body !== null) readings.add(observation, body.bytes)
      onProgress({ phase: 'asking', done: observations.size, known, round })
      await written
    }
    if (wait > 0) await withinGrace(tools.sleep(wait), signal, 0)
    else await withinGrace(fetchAll(fetcher, due, take, AbortSignal.any([signal, down])), signal)
    isOver = true
    await writer.settle()
    if (signal.aborted) throw interruption(signal, run.id)
  }
  const { pages, files } = readings
  return { observations: await store.observations(run.id), pages, files }
}
