import type { Kysely } from 'kysely'
import { answerReader, crawlWriter } from './crawl-answers.ts'
import { addressReader, addressWindows, visitReader } from './crawl-rows.ts'
import type { CrawlStore } from './crawl-store.ts'
import { beginCrawl, crawlBefore, finishCrawl, unfinishedCrawl } from './crawls.ts'
import { explained } from './explained.ts'
import type { ReadRows, RunBatch } from './insert-rows.ts'
import { keepRobots, readRobots } from './robots.ts'
import type { Tables } from './tables.ts'
import { type UnchangedPages, unchangedReader } from './unchanged-pages.ts'

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
  const readAddressesAfter = addressWindows(database, readRows)
  const visits = visitReader(database, readRows)
  const readUnchanged = unchangedReader(database, readRows)
  const known = new Map<number, UnchangedPages>()
  const unchangedIn = (crawl: number): UnchangedPages => {
    const pages = known.get(crawl) ?? readUnchanged(crawl)
    known.set(crawl, pages)
    return pages
  }
  return {
    begin: through((start) => beginCrawl(database, start)),
    unfinished: through((start) => unfinishedCrawl(database, start)),
    before: through((crawl) => crawlBefore(database, crawl)),
    addressesAfter: through(async (site, number, count) => readAddressesAfter(site, number, count)),
    addresses: through(async (site, numbers) => readAddresses(site, numbers)),
    answers: through(async (crawl, numbers) => readAnswers(crawl, numbers, unchangedIn(crawl))),
    eachVisited: through(async (crawl, visit) => visits.eachVisited(crawl, unchangedIn(crawl), visit)),
    eachPage: through(async (crawl, visit) => visits.eachPage(crawl, unchangedIn(crawl), visit)),
    eachFragments: through(async (crawl, visit) => visits.eachFragments(crawl, unchangedIn(crawl), visit)),
    add: through(async (crawl, batch) => {
      await write(crawl, batch)
      const pages = known.get(crawl.id)
      if (pages !== undefined) for (const one of batch.unchanged) pages.add(one)
    }),
    finish: through((crawl, state, finishedAt) => finishCrawl(database, crawl, state, finishedAt)),
    robots: through((origin) => readRobots(database, origin)),
    keepRobots: through((origin, robots) => keepRobots(database, origin, robots)),
    close: through(() => database.destroy()),
  }
}
