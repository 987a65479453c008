import {
  type CompiledQuery,
  DummyDriver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
} from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createRunStore } from '../../src/store/create-run-store.ts'
import { MIGRATIONS } from '../../src/store/migrations/index.ts'
import { createPruneStore } from '../../src/store/prune.ts'
import type { Tables } from '../../src/store/tables.ts'
import { type Postgres, startPostgres } from '../support/postgres.ts'
import { body, failedVerdict, observation, runStart } from './examples.ts'
import { review } from './period-examples.ts'
import { storesOver } from './stores.ts'

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
    expect(tables).toHaveLength(18)
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

describe('a real PostgreSQL', () => {
  let postgres: Postgres
  const create = async () => storesOver(await postgres.create())

  beforeAll(async () => {
    postgres = await startPostgres()
  })
  afterAll(() => postgres.stop())

  it('lets one of many decide who decide at the same moment, and loses nothing', async () => {
    const stores = await create()
    const runs = await stores.runs()
    await runs.startRun(runStart('r1'))
    await runs.close()
    const people = await Promise.all(Array.from({ length: 8 }, () => stores.periods()))
    const prints = Array.from({ length: 20 }, (_, at) => `f${at}`)
    const added = await Promise.all(
      people.flatMap((store, at) =>
        prints.map((fingerprint) => store.addReviews([review({ fingerprint, reviewer: `${at}` })])),
      ),
    )
    expect(added.filter((one) => one.ok)).toHaveLength(prints.length)
    const kept = (await people[0]?.reviews('r1')) ?? []
    expect(kept.map((one) => one.fingerprint).sort()).toEqual([...prints].sort())
    for (const store of people) await store.close()
  })

  it('takes writers of the same pages in any order', async () => {
    const stores = await create()
    const store = await stores.runs()
    await store.startRun(runStart('r1'))
    const pages = Array.from({ length: 3_000 }, (_, at) => body(`页面 ${at}`))
    await Promise.all([pages, pages.toReversed()].map((some) => store.addObservations('r1', [], some)))
    expect(await store.body(pages[0]?.digest ?? '')).toEqual(pages[0]?.bytes)
    await store.close()
  })

  it('gives up runs and bodies that nothing points to, and no others', async () => {
    const connect = await postgres.create()
    const stores = storesOver(connect)
    const [runs, periods] = [await stores.runs(), await stores.periods()]
    const [shared, lonely] = [body('两次检查都有'), body('只有一次检查有')]
    for (const id of ['r1', 'r2', 'r3']) await runs.startRun(runStart(id, { registryFiles: {} }))
    await runs.addObservations('r1', [observation('1', shared), observation('2', lonely)], [shared, lonely])
    await runs.addObservations('r2', [observation('1', shared)], [shared])
    await runs.replaceVerdicts('r1', [failedVerdict('1')])
    await periods.addReviews([review({ run: 'r3' })])
    const prune = createPruneStore(connect(), (fault) => fault)
    expect((await prune.looseBodies(['r2', 'r3'])).map((one) => one.digest)).toEqual([lonely.digest])
    expect([await prune.removeRun('r1'), await prune.removeRun('r3')]).toEqual([true, false])
    expect(await runs.verdicts('r1')).toEqual([])
    expect(await prune.removeBodies([shared.digest, lonely.digest])).toBe(1)
    expect([await runs.body(lonely.digest), await runs.body(shared.digest)]).toEqual([null, shared.bytes])
    for (const store of [runs, periods, prune]) await store.close()
  })
})
