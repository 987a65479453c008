import type { Kysely, Selectable } from 'kysely'
import type { Address } from '../core/address.ts'
import type { Crawl } from './crawl-store.ts'
import type { CrawlTable, Tables } from './tables.ts'

type Row = Selectable<CrawlTable> & { readonly start: string }

const crawlOf = (row: Row): Crawl => ({
  id: row.id,
  site: row.site_id,
  start: row.start as Address,
  state: row.state,
  startedAt: Number(row.started_at),
  finishedAt: row.finished_at === null ? null : Number(row.finished_at),
  scope: row.scope,
  token: row.token,
})

/** Crawls and where they began, the newest first. */
const crawlsOf = (database: Kysely<Tables>) =>
  database
    .selectFrom('crawl')
    .innerJoin('crawl_site', 'crawl_site.id', 'crawl.site_id')
    .selectAll('crawl')
    .select('crawl_site.start')
    .orderBy('crawl.id', 'desc')

/** The number after the highest, in a transaction that has SQLite’s write lock. */
async function nextId(transaction: Kysely<Tables>, table: 'crawl' | 'crawl_site'): Promise<number> {
  const { highest } = await transaction
    .selectFrom(table)
    .select((select) => select.fn.max('id').as('highest'))
    .executeTakeFirstOrThrow()
  return (highest ?? 0) + 1
}

/** Starts a crawl, and the numbering of its site where there is none. */
export async function beginCrawl(
  database: Kysely<Tables>,
  { start, startedAt, scope, token }: Pick<Crawl, 'start' | 'startedAt' | 'scope' | 'token'>,
): Promise<Crawl> {
  return database.transaction().execute(async (transaction) => {
    const known = await transaction
      .selectFrom('crawl_site')
      .select('id')
      .where('start', '=', start)
      .executeTakeFirst()
    const site = known?.id ?? (await nextId(transaction, 'crawl_site'))
    if (known === undefined) await transaction.insertInto('crawl_site').values({ id: site, start }).execute()
    const id = await nextId(transaction, 'crawl')
    await transaction
      .insertInto('crawl')
      .values({ id, site_id: site, state: 'running', started_at: startedAt, finished_at: null, scope, token })
      .execute()
    return { id, site, start, state: 'running', startedAt, finishedAt: null, scope, token }
  })
}

/** The newest crawl from this start that is still running; null for none, and for one that a later one has replaced. */
export async function unfinishedCrawl(database: Kysely<Tables>, start: Address): Promise<Crawl | null> {
  const row = await crawlsOf(database)
    .where('crawl_site.start', '=', start)
    .where('crawl.state', '=', 'running')
    .limit(1)
    .executeTakeFirst()
  if (row === undefined) return null
  const later = await crawlsOf(database)
    .where('crawl.site_id', '=', row.site_id)
    .where('crawl.state', '=', 'complete')
    .where('crawl.scope', '=', row.scope)
    .where('crawl.id', '>', row.id)
    .limit(1)
    .executeTakeFirst()
  return later === undefined ? crawlOf(row) : null
}

/** The complete crawls of the same site before this one, the newest first. */
export async function crawlsBefore(database: Kysely<Tables>, crawl: Crawl): Promise<readonly Crawl[]> {
  const rows = await crawlsOf(database)
    .where('crawl.site_id', '=', crawl.site)
    .where('crawl.state', '=', 'complete')
    .where('crawl.id', '<', crawl.id)
    .execute()
  return rows.map(crawlOf)
}

/** Sets how a crawl ended. */
export async function finishCrawl(
  database: Kysely<Tables>,
  id: number,
  state: 'complete' | 'unreliable',
  finishedAt: number,
): Promise<void> {
  await database.updateTable('crawl').set({ state, finished_at: finishedAt }).where('id', '=', id).execute()
}
