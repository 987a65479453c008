import { numberList } from '../core/number-list.ts'
import { LINK_KINDS } from '../links/link-kinds.ts'
import type { Crawl, CrawlStore } from '../store/crawl-store.ts'
import type { AddressBook } from './address-book.ts'
import type { CrawlVerdict } from './crawl-verdict.ts'
import { eachVerdict } from './each-verdict.ts'
import { eachEdge } from './packed-edges.ts'

/** What is said of a number. */
export type CrawlState = CrawlVerdict['state'] | 'malformed'

/** What is known of a number that is told of, and every place that links to it. */
export interface Told {
  readonly state: CrawlState
  readonly verdict: CrawlVerdict
  /** Where redirects ended; null without any. */
  readonly endsAt: string | null
  readonly places: readonly Place[]
}

/** A link to a number: the number of its page, its line and its kind. */
export type Place = readonly [page: number, line: number, kind: number]

/** What a crawl has found, counted. */
export interface CrawlTally {
  readonly addresses: number
  /** Pages whose links were read. */
  readonly pages: number
  readonly links: number
  readonly byState: ReadonlyMap<CrawlState, number>
  /** Numbers that are told of. */
  readonly told: ReadonlyMap<number, Told>
  /** Whether every link to a number is only guessed. */
  isGuessed(number: number): boolean
}

interface Growing extends Told {
  readonly places: Place[]
}

const said = (state: CrawlState, cause: string): Growing => ({
  state,
  verdict: { state: 'untested', cause, quote: '', observations: [] },
  endsAt: null,
  places: [],
})

const WELL: CrawlVerdict = { state: 'alive', cause: '200', quote: '', observations: [] }
const [VISITED, WELL_MARK, LINKED, FIRM] = [1, 2, 4, 8]

/** Counts what a crawl has stored. `all`: tells of addresses that are alive too. */
export async function tallyOf(
  store: CrawlStore,
  crawl: Crawl,
  book: AddressBook,
  all: boolean,
): Promise<CrawlTally> {
  const marks = numberList(Uint8Array)
  const told = new Map<number, Growing>()
  const troubled: number[] = []
  const byState = new Map<CrawlState, number>()
  const count = (state: CrawlState, by = 1): void => {
    byState.set(state, (byState.get(state) ?? 0) + by)
  }
  let [addresses, pages, links, well] = [0, 0, 0, 0]
  await store.eachVisited(crawl.id, (number, isWell) => {
    addresses += 1
    marks.set(number, isWell ? VISITED | WELL_MARK : VISITED)
    if (!isWell) {
      troubled.push(number)
      return
    }
    well += 1
    if (all) told.set(number, { state: 'alive', verdict: WELL, endsAt: null, places: [] })
  })
  count('alive', well)
  await eachVerdict(store, crawl, book, troubled, (number, verdict, endsAt) => {
    count(verdict.state)
    if (all || verdict.state !== 'alive')
      told.set(number, { state: verdict.state, verdict, endsAt, places: [] })
  })

  const unasked = (number: number): Growing | null => {
    const standing = book.standing(number)
    if (standing === 'ignored') return null
    const entry = standing === 'malformed' ? said('malformed', 'malformed') : said('untested', 'not-asked')
    count(entry.state)
    told.set(number, entry)
    return entry
  }

  await store.eachPage(crawl.id, ({ number: page, links: packed }) => {
    pages += 1
    eachEdge(packed, (to, line, kind) => {
      links += 1
      const mark = marks.get(to)
      if ((mark & (VISITED | LINKED)) === 0) addresses += 1
      marks.set(to, mark | LINKED | (LINK_KINDS[kind]?.isGuessed === true ? 0 : FIRM))
      if ((mark & VISITED) !== 0 && !all && !told.has(to)) return
      const entry = told.get(to) ?? ((mark & (VISITED | LINKED)) === 0 ? unasked(to) : null)
      entry?.places.push([page, line, kind])
    })
  })
  return {
    addresses,
    pages,
    links,
    byState,
    told,
    isGuessed: (number) => (marks.get(number) & (LINKED | FIRM)) === LINKED,
  }
}
