import { type Kysely, sql } from 'kysely'
import type { Digest, RunId } from '../core/ids.ts'
import { chunksOf } from './chunks.ts'
import { explained } from './explained.ts'
import type { CrawlTable, RunTable, Tables } from './tables.ts'

/** A run, without what it needs the registry's files for. */
export interface StoredRun {
  readonly id: RunId
  readonly kind: RunTable['kind']
  readonly state: RunTable['state']
  /** Milliseconds since 1970-01-01 UTC. */
  readonly startedAt: number
  readonly scope: string
}

/** A crawl and the crawls whose answers it names as its own. */
export interface StoredCrawl {
  readonly id: number
  readonly site: number
  readonly start: string
  readonly state: CrawlTable['state']
  readonly startedAt: number
  readonly refersTo: readonly number[]
}

/** A body and the bytes that it takes up, compressed. */
export interface StoredBody {
  readonly digest: Digest
  readonly bytes: number
}

/** Takes away what is kept no longer. Every method deletes whole or not at all. */
export interface PruneStore {
  /** The newest first. */
  runs(): Promise<readonly StoredRun[]>
  /** The newest first. */
  crawls(): Promise<readonly StoredCrawl[]>
  /** Bytes of the answers of a crawl. */
  crawlBytes(crawl: number): Promise<number>
  /** Bodies that nothing points to when of all runs only these are there: no observation, registry file or sealing. */
  looseBodies(runs: readonly RunId[]): Promise<readonly StoredBody[]>
  /** A run with its observations, verdicts and findings; false, and nothing, when it was reviewed or sealed meanwhile. */
  removeRun(run: RunId): Promise<boolean>
  /** A crawl with its answers. */
  removeCrawl(crawl: number): Promise<void>
  /** Those of the bodies that still nothing points to; how many they were. */
  removeBodies(digests: readonly Digest[]): Promise<number>
  /** Gives what was freed back to the disk. On SQLite that takes as much room again as the database needs, for a moment. */
  vacuum(): Promise<void>
  close(): Promise<void>
}

async function readCrawls(database: Kysely<Tables>): Promise<readonly StoredCrawl[]> {
  const named = await database
    .selectFrom('crawl_unchanged')
    .select(['crawl_id', 'base_id'])
    .distinct()
    .orderBy('crawl_id')
    .orderBy('base_id')
    .execute()
  const rows = await database
    .selectFrom('crawl')
    .innerJoin('crawl_site', 'crawl_site.id', 'crawl.site_id')
    .select(['crawl.id', 'crawl.site_id', 'crawl.state', 'crawl.started_at', 'crawl_site.start'])
    .orderBy('crawl.id', 'desc')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    site: row.site_id,
    start: row.start,
    state: row.state,
    startedAt: Number(row.started_at),
    refersTo: named.filter((one) => one.crawl_id === row.id).map(({ base_id }) => base_id),
  }))
}

async function digestsOf(database: Kysely<Tables>, run: RunId): Promise<readonly Digest[]> {
  const seen = await database
    .selectFrom('observation')
    .select('body')
    .distinct()
    .where('run_id', '=', run)
    .where('body', 'is not', null)
    .execute()
  const row = await database
    .selectFrom('run')
    .select('registry_files')
    .where('id', '=', run)
    .executeTakeFirst()
  const files = row === undefined ? {} : (JSON.parse(row.registry_files) as Record<string, Digest>)
  return [...seen.flatMap(({ body }) => body ?? []), ...Object.values(files)]
}

// Bodies are read first: what is written meanwhile is then either not among them, or found to be pointed to.
async function looseBodies(database: Kysely<Tables>, runs: readonly RunId[]): Promise<readonly StoredBody[]> {
  const bodies = await database
    .selectFrom('body')
    .select(['digest', sql<number | string>`octet_length(content)`.as('bytes')])
    .orderBy('digest')
    .execute()
  const sealed = await database.selectFrom('sealing').select('document').execute()
  const needed = new Set(sealed.map(({ document }) => document))
  for (const run of runs) for (const digest of await digestsOf(database, run)) needed.add(digest)
  return bodies
    .filter(({ digest }) => !needed.has(digest))
    .map(({ digest, bytes }) => ({ digest, bytes: Number(bytes) }))
}

async function crawlBytes(database: Kysely<Tables>, crawl: number): Promise<number> {
  const size = sql<number | string>`sum(octet_length(answer) + coalesce(octet_length(links), 0)
    + coalesce(octet_length(content), 0) + coalesce(octet_length(fragments), 0))`
  const row = await database
    .selectFrom('crawl_answer')
    .select(size.as('bytes'))
    .where('crawl_id', '=', crawl)
    .executeTakeFirst()
  const unchanged = await database
    .selectFrom('crawl_unchanged')
    .select(sql<number | string>`sum(octet_length(answers))`.as('bytes'))
    .where('crawl_id', '=', crawl)
    .executeTakeFirst()
  const found = await database
    .selectFrom('crawl_found')
    .select(sql<number | string>`sum(octet_length(found))`.as('bytes'))
    .where('crawl_id', '=', crawl)
    .executeTakeFirst()
  return Number(row?.bytes ?? 0) + Number(unchanged?.bytes ?? 0) + Number(found?.bytes ?? 0)
}

async function removeBodies(database: Kysely<Tables>, digests: readonly Digest[]): Promise<number> {
  let removed = 0
  for (const chunk of chunksOf(digests.map((digest) => ({ digest })))) {
    const wanted = chunk.map(({ digest }) => digest)
    const { numDeletedRows } = await database
      .deleteFrom('body')
      .where('digest', 'in', wanted)
      .where(({ not, exists, selectFrom }) =>
        not(exists(selectFrom('observation').select('id').whereRef('observation.body', '=', 'body.digest'))),
      )
      .where(({ not, exists, selectFrom }) =>
        not(exists(selectFrom('sealing').select('period').whereRef('sealing.document', '=', 'body.digest'))),
      )
      .executeTakeFirst()
    removed += Number(numDeletedRows)
  }
  return removed
}

// One statement takes the run and, by its foreign keys, all that hangs on it: killed in the middle it has done nothing.
async function removeRun(database: Kysely<Tables>, run: RunId): Promise<boolean> {
  const { numDeletedRows } = await database
    .deleteFrom('run')
    .where('id', '=', run)
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('review').select('number').where('run_id', '=', run))),
    )
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('sealing').select('period').where('run_id', '=', run))),
    )
    .executeTakeFirst()
  return numDeletedRows === 1n
}

/** The store over any database that has the tables; `explain` as of the period store. */
export function createPruneStore(database: Kysely<Tables>, explain: (fault: unknown) => unknown): PruneStore {
  const through = explained(explain)
  return {
    runs: through(async () => {
      const rows = await database
        .selectFrom('run')
        .select(['id', 'kind', 'state', 'started_at', 'scope'])
        .orderBy('started_at', 'desc')
        .orderBy('id', 'desc')
        .execute()
      return rows.map(({ started_at, ...row }) => ({ ...row, startedAt: Number(started_at) }))
    }),
    crawls: through(() => readCrawls(database)),
    crawlBytes: through((crawl) => crawlBytes(database, crawl)),
    looseBodies: through((runs) => looseBodies(database, runs)),
    removeRun: through((run) => removeRun(database, run)),
    removeCrawl: through(async (crawl) => {
      await database.deleteFrom('crawl').where('id', '=', crawl).execute()
    }),
    removeBodies: through((digests) => removeBodies(database, digests)),
    vacuum: through(async () => {
      await sql`vacuum`.execute(database)
    }),
    close: through(() => database.destroy()),
  }
}
