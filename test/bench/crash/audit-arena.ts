import { cityWorkspace } from '../../support/city-workspace.ts'
import { type Answered, type Arena, type JobTables, knownIn } from './arena.ts'

interface Row {
  readonly address: string
  readonly purpose: string
  readonly hops: string
  readonly answer: string
}

const TABLES: JobTables = {
  table: 'run',
  answers: (database, job) =>
    (
      database
        .prepare('select address, purpose, hops, answer from observation where run_id = ?')
        .all(job) as readonly Row[]
    ).map(({ address, purpose, hops, answer }) => ({
      address,
      purpose,
      hops: JSON.parse(hops) as Answered['hops'],
      end: (JSON.parse(answer) as { address?: string }).address ?? address,
    })),
  isJudged: (database, { id }) =>
    database.prepare('select 1 from verdict where run_id = ? limit 1').get(id) !== undefined,
}

/** Some units of the fixture city, audited. Its server is a new one, so that answers which change begin anew. */
export async function auditArena(units: readonly string[]): Promise<Arena> {
  const space = await cityWorkspace('formats: [html, json, csv, junit, sarif, text]\n')
  const store = space.path('store.sqlite')
  return {
    args: (resume) => [
      ...['audit', '-c', space.config, '--quiet'],
      ...(resume ? ['--resume'] : units.flatMap((unit) => ['--unit', unit])),
    ],
    requests: () => space.city.requests().map(({ host, path }) => `${host} ${path}`),
    connections: 32,
    store,
    out: space.path('reports'),
    known: () => knownIn(store, TABLES),
    close: space.close,
  }
}
