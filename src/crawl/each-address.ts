import type { CrawlStore, PageFragments, PageLinks } from '../store/crawl-store.ts'

const AT_ONCE = 1_000

/** Hands over rows that are read a window at a time, each window after the number that ended the one before. */
async function eachRow<Row extends { readonly number: number }>(
  readAfter: (number: number, count: number) => Promise<readonly Row[]>,
  visit: (row: Row) => void,
): Promise<void> {
  for (let after = -1; ; ) {
    const rows = await readAfter(after, AT_ONCE)
    for (const row of rows) visit(row)
    const last = rows.at(-1)
    if (last === undefined || rows.length < AT_ONCE) return
    after = last.number
  }
}

/** Hands over each address that a crawl has visited. */
export const eachVisited = (
  store: CrawlStore,
  crawl: number,
  visit: (number: number, isWell: boolean) => void,
): Promise<void> =>
  eachRow(
    (after, count) => store.visitedAfter(crawl, after, count),
    ({ number, isWell }) => visit(number, isWell),
  )

/** Hands over the packed links of each page of a crawl. */
export const eachPage = (store: CrawlStore, crawl: number, visit: (page: PageLinks) => void): Promise<void> =>
  eachRow((after, count) => store.linksAfter(crawl, after, count), visit)

/** Hands over the fragments of each page of a crawl that looked at them. */
export const eachFragments = (
  store: CrawlStore,
  crawl: number,
  visit: (page: PageFragments) => void,
): Promise<void> => eachRow((after, count) => store.fragmentsAfter(crawl, after, count), visit)
