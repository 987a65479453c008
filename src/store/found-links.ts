import type { Kysely } from 'kysely'
import type { Tables } from './tables.ts'

/** What a crawl found in the links of its pages, as JSON; null where it is not kept. */
export async function readFound(database: Kysely<Tables>, crawl: number): Promise<string | null> {
  const row = await database
    .selectFrom('crawl_found')
    .select('found')
    .where('crawl_id', '=', crawl)
    .executeTakeFirst()
  return row?.found ?? null
}

/** Keeps what a crawl found in the links of its pages. */
export async function keepFound(database: Kysely<Tables>, crawl: number, found: string): Promise<void> {
  await database
    .insertInto('crawl_found')
    .values({ crawl_id: crawl, found })
    .onConflict((conflict) => conflict.column('crawl_id').doUpdateSet({ found }))
    .execute()
}
