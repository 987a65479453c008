import type { Observation } from '../core/observation.ts'
import { fetchAll } from '../fetch/fetch-all.ts'
import type { Fetched, Fetcher } from '../fetch/fetcher.ts'
import { evidenceOf, type Readings } from '../judge/evidence.ts'
import { questionsLeft } from '../judge/questions-left.ts'
import type { Subject } from '../plan/subject.ts'
import type { Rule } from '../policy/rule.ts'
import type { Body, Run, RunStore } from '../store/run-store.ts'
import type { OnProgress } from './progress.ts'
import { readPages } from './read-pages.ts'

/** Answers are stored when so many have come, so that a killed run loses at most these and those in flight. */
const BATCH = 32

/** Everything that a run has seen. */
export interface Collected extends Readings {
  readonly observations: readonly Observation[]
}

/** Stores answers in batches; `flush` stores what is left. Batches are written one after the other. */
function batches(run: Run, store: RunStore) {
  let waiting: Fetched[] = []
  let writing: Promise<void> = Promise.resolve()
  const flush = (): Promise<void> => {
    const batch = waiting
    waiting = []
    const bodies = batch.flatMap((one): readonly Body[] => (one.body === null ? [] : [one.body]))
    writing = writing.then(() =>
      store.addObservations(
        run.id,
        batch.map((one) => one.observation),
        bodies,
      ),
    )
    return writing
  }
  const add = async (fetched: Fetched): Promise<void> => {
    waiting.push(fetched)
    if (waiting.length >= BATCH) await flush()
  }
  return { add, flush }
}

/**
 * Asks the web until nothing that `rules` need is left to ask, storing every answer as it comes. What the store already knows of the run
 * is not asked again, so that the same call starts a run and resumes one.
 */
export async function collect(
  run: Run,
  subjects: readonly Subject[],
  rules: readonly Rule[],
  store: RunStore,
  fetcher: Fetcher,
  onProgress: OnProgress,
): Promise<Collected> {
  const observations = new Map((await store.observations(run.id)).map((one) => [one.id, one]))
  const readings = await readPages(store, [...observations.values()], run.asOf)
  for (let round = 1; ; round += 1) {
    const evidence = evidenceOf([...observations.values()], readings)
    const probes = questionsLeft(subjects, rules, evidence, run.controlToken)
    if (probes.length === 0) break
    const known = observations.size + probes.length
    const batch = batches(run, store)
    await fetchAll(fetcher, probes, async (fetched) => {
      const { observation, body } = fetched
      observations.set(observation.id, observation)
      if (body !== null) readings.add(observation, body.bytes)
      onProgress({ phase: 'asking', done: observations.size, known, round })
      await batch.add(fetched)
    })
    await batch.flush()
  }
  const { pages, files } = readings
  return { observations: await store.observations(run.id), pages, files }
}
