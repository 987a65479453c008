import type { Kysely } from 'kysely'
import { answerReader, crawlWriter } from './crawl-answers.ts'
import { addressReader, windowReader } from './crawl-rows.ts'
import type { CrawlStore } from './crawl-store.ts'
import { beginCrawl, crawlBefore, finishCrawl, unfinishedCrawl } from './crawls.ts'
import { explained } from './explained.ts'
import type { ReadRows, RunBatch } from './insert-rows.ts'
import { keepRobots, readRobots } from './robots.ts'
import type { Tables } from './tables.ts'

/**
 * The crawl store. In SQLite only, by design: `runBatch` writes and `readRows` reads at once, without objects and promises
 * for every row, and a crawl's number is the highest so far plus one under the file's one write lock. `explain` turns a
 * fault of the database into what should be thrown.
 */
export function createCrawlStore(
  database: Kysely<Tables>,
  explain: (fault: unknown) => unknown,
  runBatch: RunBatch,
  readRows: ReadRows,
): CrawlStore {
  const through = explained(explain)
  const write = crawlWriter(database, runBatch)
  const readAddresses = addressReader(database, readRows)
  const readAnswers = answerReader(database, readRows)
  const windows = windowReader(database, readRows)
  return {
    begin: through((start) => beginCrawl(database, start)),
    unfinished: through((start) => unfinishedCrawl(database, start)),
    before: through((crawl) => crawlBefore(database, crawl)),
    addressesAfter: through(async (site, number, count) => windows.addresses(site, number, count)),
    addresses: through(async (site, numbers) => readAddresses(site, numbers)),
    answers: through(async (crawl, numbers) => readAnswers(crawl, numbers)),
    visitedAfter: through(async (crawl, number, count) => windows.visited(crawl, number, count)),
    fragmentsAfter: through(async (crawl, number, count) => windows.fragments(crawl, number, count)),
    linksAfter: through(async (crawl, number, count) => windows.links(crawl, number, count)),
    add: through((crawl, addresses, answers) => write(crawl, addresses, answers)),
    finish: through((crawl, state, finishedAt) => finishCrawl(database, crawl, state, finishedAt)),
    robots: through((origin) => readRobots(database, origin)),
    keepRobots: through((origin, robots) => keepRobots(database, origin, robots)),
    close: through(() => database.destroy()),
  }
}
