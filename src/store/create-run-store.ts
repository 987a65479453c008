import type { Kysely } from 'kysely'
import { readBody } from './bodies.ts'
import { addObservations, readObservations } from './observations.ts'
import type { RunStore } from './run-store.ts'
import { finishRun, readRun, readRuns, runBefore, startRun, unfinishedRun } from './runs.ts'
import type { Tables } from './tables.ts'
import { readVerdicts, replaceVerdicts } from './verdicts.ts'

/**
 * The run store over any database that has the tables. `name` is what errors call the database; `explain` turns a fault
 * of the database into what should be thrown.
 */
export function createRunStore(
  database: Kysely<Tables>,
  name: string,
  explain: (fault: unknown) => unknown,
): RunStore {
  const explained =
    <Given extends readonly unknown[], Result>(method: (...given: Given) => Promise<Result>) =>
    async (...given: Given): Promise<Result> => {
      try {
        return await method(...given)
      } catch (fault) {
        throw explain(fault)
      }
    }
  return {
    startRun: explained((start) => startRun(database, start)),
    finishRun: explained((id, state, finishedAt) => finishRun(database, id, state, finishedAt)),
    run: explained((id) => readRun(database, name, id)),
    runs: explained(() => readRuns(database, name)),
    unfinishedRun: explained(() => unfinishedRun(database, name)),
    runBefore: explained((id) => runBefore(database, name, id)),
    addObservations: explained((run, observations, bodies) =>
      addObservations(database, run, observations, bodies),
    ),
    observations: explained((run) => readObservations(database, run)),
    body: explained((digest) => readBody(database, name, digest)),
    replaceVerdicts: explained((run, verdicts) => replaceVerdicts(database, run, verdicts)),
    verdicts: explained((run) => readVerdicts(database, run)),
    close: explained(() => database.destroy()),
  }
}
