import type { Kysely } from 'kysely'
import { answerReader, crawlWriter, headReader } from './crawl-answers.ts'
import { addressReader, addressWindows, visitReader } from './crawl-rows.ts'
import type { CrawlStore } from './crawl-store.ts'
import { beginCrawl, crawlsBefore, finishCrawl, unfinishedCrawl } from './crawls.ts'
import { explained } from './explained.ts'
import { forgetAnswers } from './forget-answers.ts'
import { keepFound, readFound } from './found-links.ts'
import type { ReadRows, RunBatch } from './insert-rows.ts'
import { keepRobots, readRobots } from './robots.ts'
import type { Tables } from './tables.ts'
import { type UnchangedPages, unchangedPages, unchangedReader } from './unchanged-pages.ts'

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
  const readHeads = headReader(database, readRows)
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
    begin: through(async (start) => {
      const crawl = await beginCrawl(database, start)
      known.set(crawl.id, unchangedPages())
      return crawl
    }),
    unfinished: through((start) => unfinishedCrawl(database, start)),
    before: through((crawl) => crawlsBefore(database, crawl)),
    addressesAfter: through(async (site, number, count) => readAddressesAfter(site, number, count)),
    addresses: through(async (site, numbers) => readAddresses(site, numbers)),
    answers: through(async (crawl, numbers) => readAnswers(crawl, numbers, unchangedIn(crawl))),
    earlier: through(async (crawl, numbers) => readHeads(crawl, numbers, unchangedIn(crawl))),
    eachVisited: through(async (crawl, visit) => visits.eachVisited(crawl, unchangedIn(crawl), visit)),
    eachPage: through(async (crawl, visit) => visits.eachPage(crawl, unchangedIn(crawl), visit)),
    eachFragments: through(async (crawl, visit) => visits.eachFragments(crawl, unchangedIn(crawl), visit)),
    add: through(async (crawl, batch) => {
      await write(crawl, batch)
      const pages = known.get(crawl.id)
      if (pages !== undefined) for (const one of batch.unchanged) pages.add(one)
    }),
    forget: through(async (crawl, numbers) => {
      await forgetAnswers(database, crawl, numbers)
      known.delete(crawl)
    }),
    found: through((crawl) => readFound(database, crawl)),
    keepFound: through((crawl, found) => keepFound(database, crawl, found)),
    finish: through((crawl, state, finishedAt) => finishCrawl(database, crawl, state, finishedAt)),
    robots: through((origin) => readRobots(database, origin)),
    keepRobots: through((origin, robots) => keepRobots(database, origin, robots)),
    close: through(() => database.destroy()),
  }
}
