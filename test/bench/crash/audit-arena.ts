import { existsSync } from 'node:fs'
import Database from 'better-sqlite3'
import { cityWorkspace } from '../../support/city-workspace.ts'
import { type Arena, type Known, knowledge } from './arena.ts'

interface Row {
  readonly address: string
  readonly purpose: string
  readonly hops: string
  readonly answer: string
}

function knownIn(store: string): Known {
  const { answered, places, note } = knowledge()
  const nothing: Known = { state: 'none', answered, places, isJudged: false }
  if (!existsSync(store)) return nothing
  const database = new Database(store)
  try {
    const hasTables = database.prepare("select 1 from sqlite_master where name = 'run'").get() !== undefined
    const run = hasTables
      ? (database.prepare('select id, state from run').get() as
          | { readonly id: string; readonly state: Known['state'] }
          | undefined)
      : undefined
    if (run === undefined) return nothing
    const rows = database
      .prepare('select address, purpose, hops, answer from observation where run_id = ?')
      .all(run.id) as readonly Row[]
    for (const { address, purpose, hops, answer } of rows) {
      const end = (JSON.parse(answer) as { address?: string }).address ?? address
      note(address, purpose, JSON.parse(hops) as readonly { address: string }[], end)
    }
    const judged = database.prepare('select 1 from verdict where run_id = ? limit 1').get(run.id)
    return { state: run.state, answered, places, isJudged: judged !== undefined }
  } finally {
    database.close()
  }
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
    known: () => knownIn(store),
    close: space.close,
  }
}
