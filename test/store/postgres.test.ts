import {
  type CompiledQuery,
  DummyDriver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
} from 'kysely'
import { describe, expect, it } from 'vitest'
import { createRunStore } from '../../src/store/create-run-store.ts'
import { MIGRATIONS } from '../../src/store/migrations/index.ts'
import { createPruneStore } from '../../src/store/prune.ts'
import type { Tables } from '../../src/store/tables.ts'
import { body, failedVerdict, observation, runStart } from './examples.ts'

/** Kysely as it talks to PostgreSQL, with nobody at the other end, and what it would have said. */
function listening(): { readonly database: Kysely<Tables>; readonly said: CompiledQuery[] } {
  const said: CompiledQuery[] = []
  const database = new Kysely<Tables>({
    dialect: {
      createAdapter: () => new PostgresAdapter(),
      createDriver: () => new DummyDriver(),
      createIntrospector: (db) => new PostgresIntrospector(db),
      createQueryCompiler: () => new PostgresQueryCompiler(),
    },
    log: ({ query }) => {
      said.push(query)
    },
  })
  return { database, said }
}

const TYPES = new Set(['text', 'bigint', 'integer', 'double precision', 'bytea'])
const SQLITE_ONLY =
  /\?|\b(pragma|autoincrement|rowid|ifnull|glob|insert or|replace into|json_extract|strftime|blob)\b/i

describe('the SQL on PostgreSQL', () => {
  it('makes tables of types that PostgreSQL has', async () => {
    const { database, said } = listening()
    for (const migration of Object.values(MIGRATIONS)) await migration.up(database)
    const tables = said.map((query) => query.sql).filter((sql) => sql.startsWith('create table'))
    expect(tables).toHaveLength(16)
    const types = tables.flatMap((sql) =>
      [...sql.matchAll(/"\w+" (text|bigint|integer|double precision|[a-z]+)(?=[ ,)])/g)].map(
        (match) => match[1] ?? '',
      ),
    )
    expect(types.length).toBeGreaterThan(40)
    expect(types.filter((type) => !TYPES.has(type) && type !== 'foreign' && type !== 'primary')).toEqual([])
    expect(said.filter((query) => SQLITE_ONLY.test(query.sql))).toEqual([])
  })

  it('asks and writes in words that PostgreSQL knows', async () => {
    const { database, said } = listening()
    const store = createRunStore(database, 'postgres', (fault) => fault)
    const page = body('页面')
    await store.startRun(runStart('a'))
    await expect(store.finishRun('a', 'complete', 2)).rejects.toThrow('no run a')
    await store.run('a')
    await store.runs()
    await store.unfinishedRun()
    await store.runBefore('a')
    await store.addObservations('a', [observation('1', page)], [page])
    await store.observations('a')
    await store.body(page.digest)
    await store.replaceVerdicts('a', [failedVerdict('1')])
    await store.verdicts('a')
    const texts = said.map((query) => query.sql)
    expect(texts.filter((sql) => SQLITE_ONLY.test(sql))).toEqual([])
    expect(texts.filter((sql) => sql.includes('on conflict') && !sql.endsWith('do nothing'))).toEqual([])
    expect(texts.filter((sql) => sql.startsWith('insert')).length).toBeGreaterThanOrEqual(6)
    const values = said.flatMap((query) => query.parameters)
    expect(values.filter((value) => typeof value === 'boolean')).toEqual([])
    await store.close()
  })

  it('takes away in words that PostgreSQL knows', async () => {
    const { database, said } = listening()
    const store = createPruneStore(database, (fault) => fault)
    await store.runs()
    await store.crawls()
    await store.crawlBytes(1)
    await store.looseBodies(['a'])
    await store.removeRun('a')
    await store.removeCrawl(1)
    await store.removeBodies(['aa'])
    const texts = said.map((query) => query.sql)
    expect(texts.filter((sql) => sql.startsWith('delete'))).toHaveLength(3)
    expect(texts.filter((sql) => SQLITE_ONLY.test(sql))).toEqual([])
    await store.close()
  })
})
