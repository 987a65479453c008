import type { Kysely, Selectable } from 'kysely'
import type { Day } from '../core/day.ts'
import type { Digest, RunId } from '../core/ids.ts'
import { digestOf, insertBodies, packBodies, readBody } from './bodies.ts'
import type { Run, RunStart } from './run-store.ts'
import type { RunTable, Tables } from './tables.ts'

const scopeOf = (start: RunStart): string =>
  JSON.stringify({ units: [...start.units].sort(), items: [...start.items].sort() })

const textBytes = (text: string): Uint8Array => new TextEncoder().encode(text)

/** Inserts a run in the state `running`, with its registry files. An id that is there already is a fault of ours. */
export async function startRun(database: Kysely<Tables>, start: RunStart): Promise<void> {
  const files = Object.entries(start.registryFiles).map(([name, text]) => {
    const bytes = textBytes(text)
    return { name, digest: digestOf(bytes), bytes }
  })
  const bodies = await packBodies(database, files)
  await database.transaction().execute(async (transaction) => {
    await insertBodies(transaction, bodies)
    await transaction
      .insertInto('run')
      .values({
        id: start.id,
        kind: start.kind,
        state: 'running',
        started_at: start.startedAt,
        finished_at: null,
        as_of: start.asOf,
        city: start.city,
        pack_id: start.packId,
        pack_version: start.packVersion,
        pack_hash: start.packHash,
        registry_hash: start.registryHash,
        control_token: start.controlToken,
        registry_files: JSON.stringify(Object.fromEntries(files.map((file) => [file.name, file.digest]))),
        units: JSON.stringify(start.units),
        items: JSON.stringify(start.items),
        scope: scopeOf(start),
      })
      .execute()
  })
}

/** Ends a run. A run that is not there is a fault of ours. */
export async function finishRun(
  database: Kysely<Tables>,
  id: RunId,
  state: 'complete' | 'unreliable',
  finishedAt: number,
): Promise<void> {
  const { numUpdatedRows } = await database
    .updateTable('run')
    .set({ state, finished_at: finishedAt })
    .where('id', '=', id)
    .executeTakeFirst()
  if (numUpdatedRows !== 1n) throw new Error(`There is no run ${id} to finish.`)
}

type FileReader = (digest: Digest) => Promise<string>

function fileReader(database: Kysely<Tables>, name: string): FileReader {
  const texts = new Map<Digest, string>()
  return async (digest) => {
    const read = texts.get(digest)
    if (read !== undefined) return read
    const bytes = await readBody(database, name, digest)
    if (bytes === null) throw new Error(`The registry file ${digest} of a run is missing.`)
    const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)
    texts.set(digest, text)
    return text
  }
}

async function runOf(row: Selectable<RunTable>, readFile: FileReader): Promise<Run> {
  const digests = Object.entries(JSON.parse(row.registry_files) as Record<string, Digest>)
  const files: [string, string][] = []
  for (const [file, digest] of digests) files.push([file, await readFile(digest)])
  return {
    id: row.id,
    kind: row.kind,
    state: row.state,
    startedAt: Number(row.started_at),
    finishedAt: row.finished_at === null ? null : Number(row.finished_at),
    asOf: row.as_of as Day,
    city: row.city,
    packId: row.pack_id,
    packVersion: row.pack_version,
    packHash: row.pack_hash,
    registryHash: row.registry_hash,
    controlToken: row.control_token,
    registryFiles: Object.fromEntries(files),
    units: JSON.parse(row.units) as readonly string[],
    items: JSON.parse(row.items) as readonly string[],
  }
}

const runOrNull = async (
  row: Selectable<RunTable> | undefined,
  database: Kysely<Tables>,
  name: string,
): Promise<Run | null> => (row === undefined ? null : runOf(row, fileReader(database, name)))

/** A run by its id. */
export async function readRun(database: Kysely<Tables>, name: string, id: RunId): Promise<Run | null> {
  const row = await database.selectFrom('run').selectAll().where('id', '=', id).executeTakeFirst()
  return runOrNull(row, database, name)
}

/** Every run, the newest first. */
export async function readRuns(database: Kysely<Tables>, name: string): Promise<readonly Run[]> {
  const rows = await database
    .selectFrom('run')
    .selectAll()
    .orderBy('started_at', 'desc')
    .orderBy('id', 'desc')
    .execute()
  const readFile = fileReader(database, name)
  const runs: Run[] = []
  for (const row of rows) runs.push(await runOf(row, readFile))
  return runs
}

/** The newest audit that was not finished and that no later one of the same scope has taken the place of. */
export async function unfinishedRun(database: Kysely<Tables>, name: string): Promise<Run | null> {
  const row = await database
    .selectFrom('run as begun')
    .selectAll('begun')
    .where('begun.state', '=', 'running')
    .where('begun.kind', '=', 'audit')
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('run as later')
            .select('later.id')
            .where('later.state', '=', 'complete')
            .where('later.kind', '=', 'audit')
            .whereRef('later.scope', '=', 'begun.scope')
            .whereRef('later.started_at', '>', 'begun.started_at'),
        ),
      ),
    )
    .orderBy('begun.started_at', 'desc')
    .orderBy('begun.id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return runOrNull(row, database, name)
}

/** The newest complete run of the same scope that was started before the given one. */
export async function runBefore(database: Kysely<Tables>, name: string, id: RunId): Promise<Run | null> {
  const row = await database
    .selectFrom('run as earlier')
    .innerJoin('run as given', 'given.scope', 'earlier.scope')
    .selectAll('earlier')
    .where('given.id', '=', id)
    .where('earlier.state', '=', 'complete')
    .where('earlier.kind', '=', 'audit')
    .whereRef('earlier.started_at', '<', 'given.started_at')
    .orderBy('earlier.started_at', 'desc')
    .orderBy('earlier.id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return runOrNull(row, database, name)
}
