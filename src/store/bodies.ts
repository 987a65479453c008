import { createHash } from 'node:crypto'
import type { Kysely } from 'kysely'
import { InputError } from '../core/errors.ts'
import type { Digest } from '../core/ids.ts'
import { chunksOf } from './chunks.ts'
import { pack, unpack } from './compression.ts'
import type { Body } from './run-store.ts'
import type { Tables } from './tables.ts'

/** A body ready to be inserted. */
export interface PackedBody {
  readonly digest: Digest
  readonly encoding: 'br' | 'identity'
  readonly size: number
  readonly content: Uint8Array
}

/** Lower-case hexadecimal SHA-256. */
export const digestOf = (bytes: Uint8Array): Digest => createHash('sha256').update(bytes).digest('hex')

async function known(database: Kysely<Tables>, digests: readonly Digest[]): Promise<ReadonlySet<Digest>> {
  const found = new Set<Digest>()
  for (const chunk of chunksOf(digests.map((digest) => ({ digest })))) {
    const rows = await database
      .selectFrom('body')
      .select('digest')
      .where(
        'digest',
        'in',
        chunk.map((one) => one.digest),
      )
      .execute()
    for (const row of rows) found.add(row.digest)
  }
  return found
}

/** Compresses those bodies that the database does not hold yet: work that needs no transaction. */
export async function packBodies(
  database: Kysely<Tables>,
  bodies: readonly Body[],
): Promise<readonly PackedBody[]> {
  const distinct = new Map(bodies.map((body) => [body.digest, body.bytes]))
  const present = await known(database, [...distinct.keys()])
  const missing = [...distinct].filter(([digest]) => !present.has(digest))
  return Promise.all(
    missing.map(async ([digest, bytes]) => ({ digest, size: bytes.byteLength, ...(await pack(bytes)) })),
  )
}

/**
 * Inserts packed bodies; another writer may have been first. In the order of their digests: of two writers of the same
 * bodies one waits for the other on PostgreSQL, and never both.
 */
export async function insertBodies(database: Kysely<Tables>, bodies: readonly PackedBody[]): Promise<void> {
  const inOrder = bodies.toSorted((a, b) => (a.digest < b.digest ? -1 : 1))
  for (const chunk of chunksOf(inOrder)) {
    await database
      .insertInto('body')
      .values(chunk)
      .onConflict((conflict) => conflict.column('digest').doNothing())
      .execute()
  }
}

/**
 * A body, held against its digest; null when there is none of that digest. Throws {@link InputError} when the bytes are
 * no longer those that were stored. `name` is what the message calls the database.
 */
export async function readBody(
  database: Kysely<Tables>,
  name: string,
  digest: Digest,
): Promise<Uint8Array | null> {
  const row = await database
    .selectFrom('body')
    .select(['encoding', 'content'])
    .where('digest', '=', digest)
    .executeTakeFirst()
  if (row === undefined) return null
  const bytes = await unpack(row).catch(() => null)
  if (bytes !== null && digestOf(bytes) === digest) return bytes
  const message =
    `所存网页内容（SHA-256 ${digest}）已损坏，不能作为证据；请从备份恢复数据库。` +
    ` / the stored page (SHA-256 ${digest}) is damaged and is no evidence any more; restore the database from a backup.`
  throw new InputError([{ file: name, message }])
}
