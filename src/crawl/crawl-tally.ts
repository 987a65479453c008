import { numberList } from '../core/number-list.ts'
import { LINK_KINDS } from '../links/link-kinds.ts'
import type { Crawl, CrawlStore } from '../store/crawl-store.ts'
import type { AddressBook } from './address-book.ts'
import type { CrawlVerdict } from './crawl-verdict.ts'
import { eachVerdict } from './each-verdict.ts'
import type { FoundLinks, FoundNumber, Place } from './found-links.ts'
import { type NumberRanges, rangesOf } from './number-ranges.ts'
import { eachEdge } from './packed-edges.ts'

/** What is said of a number. */
export type CrawlState = CrawlVerdict['state'] | 'malformed'

/** What is known of a number that is told of, and every place that links to it. */
export interface Told extends FoundNumber {
  readonly state: CrawlState
  readonly verdict: CrawlVerdict
  /** Where redirects ended; null without any. */
  readonly endsAt: string | null
}

/** What a crawl has found, counted. */
export interface CrawlTally {
  readonly addresses: number
  /** Pages whose links were read. */
  readonly pages: number
  readonly links: number
  readonly byState: ReadonlyMap<CrawlState, number>
  /** Numbers that are told of. */
  readonly told: ReadonlyMap<number, Told>
  /** What was found in links. */
  readonly found: FoundLinks
}

/** What is said of a number, whatever links to it. */
type Saying = Pick<Told, 'state' | 'verdict' | 'endsAt'>

const said = (state: CrawlState, cause: string): Saying => ({
  state,
  verdict: { state: 'untested', cause, quote: '', observations: [] },
  endsAt: null,
})

const WELL: Saying = {
  state: 'alive',
  verdict: { state: 'alive', cause: '200', quote: '', observations: [] },
  endsAt: null,
}
const MALFORMED = said('malformed', 'malformed')
const NOT_ASKED = said('untested', 'not-asked')

/** What is said of what was asked for. */
interface Sayings {
  readonly visited: number
  readonly byState: Map<CrawlState, number>
  readonly isVisited: (number: number) => boolean
  /** The numbers that were visited. */
  readonly ranges: () => NumberRanges
  /** Of what a report tells of. */
  readonly told: ReadonlyMap<number, Saying>
}

async function sayingsOf(store: CrawlStore, crawl: Crawl, book: AddressBook, all: boolean): Promise<Sayings> {
  const visits = numberList(Uint8Array)
  const told = new Map<number, Saying>()
  const troubled: number[] = []
  const byState = new Map<CrawlState, number>()
  let [visited, well, end] = [0, 0, 0]
  await store.eachVisited(crawl.id, (number, isWell) => {
    visited += 1
    visits.set(number, 1)
    end = Math.max(end, number + 1)
    if (!isWell) {
      troubled.push(number)
      return
    }
    well += 1
    if (all) told.set(number, WELL)
  })
  byState.set('alive', well)
  await eachVerdict(store, crawl, book, troubled, (number, verdict, endsAt) => {
    const { state } = verdict
    byState.set(state, (byState.get(state) ?? 0) + 1)
    if (all || state !== 'alive') told.set(number, { state, verdict, endsAt })
  })
  const isVisited = (number: number): boolean => visits.get(number) === 1
  const ranges = (): NumberRanges => rangesOf(end, isVisited)
  return { visited, byState, isVisited, ranges, told }
}

const [LINKED, FIRM, TOLD] = [1, 2, 4]

/** Goes through the links of every page of a crawl for those that lead to what `isTold` says. */
async function foundIn(
  store: CrawlStore,
  crawl: Crawl,
  { told, isVisited, ranges }: Sayings,
  isIgnored: (number: number) => boolean,
): Promise<FoundLinks> {
  const marks = numberList(Uint8Array)
  const places = new Map<number, Place[]>()
  const tell = (number: number): void => {
    places.set(number, [])
    marks.set(number, marks.get(number) | TOLD)
  }
  for (const number of told.keys()) tell(number)
  let [pages, links, unasked] = [0, 0, 0]
  await store.eachPage(crawl.id, ({ number: page, links: packed }) => {
    pages += 1
    eachEdge(packed, (to, line, kind) => {
      links += 1
      let before = marks.get(to)
      if ((before & LINKED) === 0 && !isVisited(to)) {
        unasked += 1
        if (!isIgnored(to)) tell(to)
        before = marks.get(to)
      }
      const mark = before | LINKED | (LINK_KINDS[kind]?.isGuessed === true ? 0 : FIRM)
      if (mark !== before) marks.set(to, mark)
      if ((mark & TOLD) !== 0) places.get(to)?.push([page, line, kind])
    })
  })
  const isGuessed = (number: number): boolean => (marks.get(number) & (LINKED | FIRM)) === LINKED
  const numbers = [...places].map(([number, list]) => ({
    number,
    isGuessed: isGuessed(number),
    places: list,
  }))
  return { pages, links, asked: ranges(), unasked, told: numbers }
}

/** Whether what was found by an earlier crawl says where everything is linked that is told of. */
function holds({ told: found }: FoundLinks, { told }: Sayings): boolean {
  const known = new Set(found.map(({ number }) => number))
  return [...told.keys()].every((number) => known.has(number))
}

/**
 * Counts what a crawl has stored. `all`: tells of addresses that are alive too. `before`: what an earlier crawl found in
 * the same links; null where they must be gone through.
 */
export async function tallyOf(
  store: CrawlStore,
  crawl: Crawl,
  book: AddressBook,
  how: { readonly all: boolean; readonly before: FoundLinks | null },
): Promise<CrawlTally> {
  const sayings = await sayingsOf(store, crawl, book, how.all)
  const isIgnored = (number: number): boolean => book.standing(number) === 'ignored'
  const found =
    how.before !== null && holds(how.before, sayings)
      ? how.before
      : await foundIn(store, crawl, sayings, isIgnored)
  const told = new Map<number, Told>()
  for (const one of found.told) {
    const { number } = one
    const unasked = book.standing(number) === 'malformed' ? MALFORMED : NOT_ASKED
    const saying = sayings.told.get(number) ?? (sayings.isVisited(number) ? null : unasked)
    if (saying === null) continue
    if (!sayings.isVisited(number))
      sayings.byState.set(saying.state, (sayings.byState.get(saying.state) ?? 0) + 1)
    told.set(number, { ...saying, ...one })
  }
  return {
    addresses: sayings.visited + found.unasked,
    pages: found.pages,
    links: found.links,
    byState: sayings.byState,
    told,
    found,
  }
}
