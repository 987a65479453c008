import type { Kysely, Migration } from 'kysely'

/** Answers that say “nothing has changed” name the crawl that holds the page, instead of copying what it holds. */
export const unchangedAnswers: Migration = {
  up: async (database: Kysely<unknown>) => {
    await database.schema.alterTable('crawl_answer').addColumn('same_as', 'integer').execute()
  },
}
