import type { ObservationId } from '../core/ids.ts'
import type { Observation } from '../core/observation.ts'
import { observationId, type Probe } from '../core/probe.ts'
import { fetchAll } from '../fetch/fetch-all.ts'
import type { Fetched, Fetcher } from '../fetch/fetcher.ts'
import { evidenceOf, type Readings } from '../judge/evidence.ts'
import { questionsLeft } from '../judge/questions-left.ts'
import type { Subject } from '../plan/subject.ts'
import type { Rule } from '../policy/rule.ts'
import type { Run, RunStore } from '../store/run-store.ts'
import { answerWriter } from './answer-writer.ts'
import { dueProbes, questionsOfRound } from './due-probes.ts'
import { interruption, withinGrace } from './interruption.ts'
import type { OnProgress } from './progress.ts'
import { readPages } from './read-pages.ts'

const idOf = ({ purpose, address, round }: Probe): ObservationId => observationId(purpose, address, round)

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
 * Asks the web until nothing that `rules` need is left to ask, storing every answer as it comes, in rounds: what a round
 * asks is worked out from the answers to all rounds before it and from nothing else. A run that is resumed goes through
 * its rounds again, asking only what the store does not know, so that however often it was killed it asks the same
 * questions as one that nobody disturbed. Throws {@link interruption} when `signal` is aborted.
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
  /** Answers to the rounds that are over. */
  const settled = new Map<ObservationId, Observation>()

  const ask = async (probes: readonly Probe[], round: number): Promise<void> => {
    const known = observations.size + probes.length
    const { due, wait } = dueProbes(probes, (id) => observations.get(id), tools.refusedPause, tools.now())
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

  for (let round = 1; !down.aborted; round += 1) {
    const evidence = evidenceOf([...settled.values()], readings)
    const left = questionsLeft(subjects, rules, evidence, run.controlToken)
    const questions = questionsOfRound(left, evidence.observation)
    if (questions.length === 0) break
    const open = (): readonly Probe[] => questions.filter((one) => !observations.has(idOf(one)))
    for (let missing = open(); missing.length > 0 && !down.aborted; missing = open())
      await ask(missing, round)
    for (const one of questions) {
      const observation = observations.get(idOf(one))
      if (observation !== undefined) settled.set(observation.id, observation)
    }
  }
  const { pages, files } = readings
  return { observations: await store.observations(run.id), pages, files }
}
