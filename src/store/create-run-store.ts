import type { Kysely } from 'kysely'
import { readBody } from './bodies.ts'
import { explained } from './explained.ts'
import { addObservations, readObservations } from './observations.ts'
import { reviewsUpTo } from './reviews.ts'
import { keepRobots, readRobots } from './robots.ts'
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
  const through = explained(explain)
  return {
    startRun: through((start) => startRun(database, start)),
    finishRun: through((id, state, finishedAt) => finishRun(database, id, state, finishedAt)),
    run: through((id) => readRun(database, name, id)),
    runs: through(() => readRuns(database, name)),
    unfinishedRun: through(() => unfinishedRun(database, name)),
    runBefore: through((id) => runBefore(database, name, id)),
    addObservations: through((run, observations, bodies) =>
      addObservations(database, run, observations, bodies),
    ),
    observations: through((run) => readObservations(database, run)),
    body: through((digest) => readBody(database, name, digest)),
    replaceVerdicts: through((run, verdicts) => replaceVerdicts(database, run, verdicts)),
    verdicts: through((run) => readVerdicts(database, run)),
    reviewsUpTo: through((run) => reviewsUpTo(database, run)),
    robots: through((origin) => readRobots(database, origin)),
    keepRobots: through((origin, robots) => keepRobots(database, origin, robots)),
    close: through(() => database.destroy()),
  }
}
