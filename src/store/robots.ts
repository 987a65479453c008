import type { Kysely } from 'kysely'
import type { Tables } from './tables.ts'

/** A robots.txt as it was read. */
export interface KeptRobots {
  /** Null where the origin has none. */
  readonly text: string | null
  /** Milliseconds since 1970-01-01 UTC. */
  readonly readAt: number
}

/** What is kept of robots.txt from run to run. Origins are `http://host:port`. */
export interface RobotsStore {
  /** Null where none is kept. */
  robots(origin: string): Promise<KeptRobots | null>
  /** Takes the place of what was kept before. */
  keepRobots(origin: string, robots: KeptRobots): Promise<void>
}

/** What is kept of an origin's robots.txt; null for nothing. */
export async function readRobots(database: Kysely<Tables>, origin: string): Promise<KeptRobots | null> {
  const row = await database
    .selectFrom('robots')
    .select(['content', 'read_at'])
    .where('origin', '=', origin)
    .executeTakeFirst()
  return row === undefined ? null : { text: row.content, readAt: Number(row.read_at) }
}

/** Keeps an origin's robots.txt. */
export async function keepRobots(
  database: Kysely<Tables>,
  origin: string,
  { text, readAt }: KeptRobots,
): Promise<void> {
  const kept = { content: text, read_at: readAt }
  await database
    .insertInto('robots')
    .values({ origin, ...kept })
    .onConflict((conflict) => conflict.column('origin').doUpdateSet(kept))
    .execute()
}
