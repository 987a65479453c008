import type { Kysely } from 'kysely'
import {
  addressesAfter,
  addressReader,
  answerReader,
  crawlWriter,
  fragmentsAfter,
  linksAfter,
  visitedAfter,
} from './crawl-answers.ts'
import type { CrawlStore } from './crawl-store.ts'
import { beginCrawl, crawlBefore, finishCrawl, unfinishedCrawl } from './crawls.ts'
import { explained } from './explained.ts'
import type { RunBatch } from './insert-rows.ts'
import { keepRobots, readRobots } from './robots.ts'
import type { Tables } from './tables.ts'

/**
 * The crawl store over any database that has the tables; `explain` turns a fault of it into what should
 * be thrown, `runBatch` writes.
 */
export function createCrawlStore(
  database: Kysely<Tables>,
  explain: (fault: unknown) => unknown,
  runBatch: RunBatch,
): CrawlStore {
  const through = explained(explain)
  const write = crawlWriter(database, runBatch)
  const readAddresses = addressReader(database)
  const readAnswers = answerReader(database)
  return {
    begin: through((start) => beginCrawl(database, start)),
    unfinished: through((start) => unfinishedCrawl(database, start)),
    before: through((crawl) => crawlBefore(database, crawl)),
    addressesAfter: through((site, number, count) => addressesAfter(database, site, number, count)),
    addresses: through((site, numbers) => readAddresses(site, numbers)),
    answers: through((crawl, numbers) => readAnswers(crawl, numbers)),
    visitedAfter: through((crawl, number, count) => visitedAfter(database, crawl, number, count)),
    fragmentsAfter: through((crawl, number, count) => fragmentsAfter(database, crawl, number, count)),
    linksAfter: through((crawl, number, count) => linksAfter(database, crawl, number, count)),
    add: through((crawl, addresses, answers) => write(crawl, addresses, answers)),
    finish: through((crawl, state, finishedAt) => finishCrawl(database, crawl, state, finishedAt)),
    robots: through((origin) => readRobots(database, origin)),
    keepRobots: through((origin, robots) => keepRobots(database, origin, robots)),
    close: through(() => database.destroy()),
  }
}
