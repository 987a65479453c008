import { type Kysely, type Migration, sql } from 'kysely'
import { packUnchanged } from '../packed-unchanged.ts'

interface Before {
  readonly crawl: number
  readonly number: number
  readonly observed: number | string
  readonly well: number
  readonly said: string
  readonly base: number
}

interface After {
  readonly crawl_unchanged: {
    readonly crawl_id: number
    readonly base_id: number
    readonly observed_at: number
    readonly answers: Uint8Array
  }
}

const AT_ONCE = 10_000

async function packRows(database: Kysely<unknown>): Promise<void> {
  for (let [crawl, number] = [-1, -1]; ; ) {
    const { rows } = await sql<Before>`
      select crawl_id as crawl, number, observed_at as observed, is_well as well, answer as said, same_as as base
      from crawl_answer where same_as is not null and (crawl_id > ${crawl} or (crawl_id = ${crawl} and number > ${number}))
      order by crawl_id, number limit ${AT_ONCE}`.execute(database)
    const answers = rows.map(({ observed, well, said, base, ...row }) => {
      const { duration, attempts } = JSON.parse(said) as { duration: number; attempts: number }
      const observedAt = Number(observed)
      return { ...row, observedAt, duration, attempts, isWell: well === 1, sameAs: base }
    })
    for (const id of new Set(answers.map((one) => one.crawl))) {
      for (const pack of packUnchanged(answers.filter((one) => one.crawl === id))) {
        const { base, observedAt, bytes } = pack
        await (database as Kysely<After>)
          .insertInto('crawl_unchanged')
          .values({ crawl_id: id, base_id: base, observed_at: observedAt, answers: bytes })
          .execute()
      }
    }
    const last = answers.at(-1)
    if (last === undefined) break
    crawl = last.crawl
    number = last.number
  }
  await sql`delete from crawl_answer where same_as is not null`.execute(database)
}

/** Answers that say “nothing has changed” are packed, many into one row, instead of a row each. */
export const unchangedPages: Migration = {
  up: async (database: Kysely<unknown>) => {
    await database.schema
      .createTable('crawl_unchanged')
      .addColumn('crawl_id', 'integer', (column) =>
        column.notNull().references('crawl.id').onDelete('cascade'),
      )
      .addColumn('base_id', 'integer', (column) => column.notNull())
      .addColumn('observed_at', 'bigint', (column) => column.notNull())
      .addColumn('answers', 'bytea', (column) => column.notNull())
      .execute()
    await database.schema
      .createIndex('crawl_unchanged_of')
      .on('crawl_unchanged')
      .columns(['crawl_id', 'base_id'])
      .execute()
    await packRows(database)
    await database.schema.alterTable('crawl_answer').dropColumn('same_as').execute()
  },
}
