import { LINK_KINDS } from '../links/link-kinds.ts'
import type { Crawl, CrawlStore } from '../store/crawl-store.ts'
import { type AddressBook, malformedIn } from './address-book.ts'
import { type CrawlState, type CrawlTally, tallyOf } from './crawl-tally.ts'
import type { CrawlVerdict } from './crawl-verdict.ts'
import type { FoundLinks, Place } from './found-links.ts'
import { missingFragments } from './missing-fragments.ts'

/** Where a link stands. */
export interface LinkSource {
  readonly page: string
  /** 1-based. */
  readonly line: number
  /** What it is: `a`, `img`, `onclick`, … */
  readonly kind: string
}

/** An address, or a link that leads to none, with what is said of it and every place that links to it. */
export interface CrawlResult {
  /** Of a malformed link its text. */
  readonly address: string
  readonly state: CrawlState | 'missing-fragment'
  readonly cause: string
  /** The page's own words, where they are the reason. */
  readonly quote: string
  /** Where redirects ended; null without any. */
  readonly endsAt: string | null
  /** Whether every link to it is only guessed: from a script, a menu or a data attribute. */
  readonly isGuessed: boolean
  readonly seen: CrawlVerdict['observations']
  /** In the order of pages and lines. */
  readonly sources: readonly LinkSource[]
}

/** Everything that a crawl has found. */
export interface CrawlReading {
  readonly tally: Pick<CrawlTally, 'addresses' | 'pages' | 'links'> & {
    readonly byState: ReadonlyMap<CrawlResult['state'], number>
  }
  /** In the order of addresses. */
  readonly results: readonly CrawlResult[]
  /** What was found in links. */
  readonly found: FoundLinks
}

const inOrder = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

const WANTED_AT_ONCE = 5_000

async function textsOf(
  store: CrawlStore,
  site: number,
  numbers: readonly number[],
): Promise<ReadonlyMap<number, string>> {
  const texts = new Map<number, string>()
  for (let at = 0; at < numbers.length; at += WANTED_AT_ONCE) {
    const rows = await store.addresses(site, numbers.slice(at, at + WANTED_AT_ONCE))
    for (const { number, address } of rows) texts.set(number, address)
  }
  return texts
}

/**
 * Reads what a crawl has stored. `all`: addresses that are alive too; `before`: what an earlier crawl found in the same
 * links, null where they must be gone through.
 */
export async function readCrawl(
  store: CrawlStore,
  crawl: Crawl,
  book: AddressBook,
  how: { readonly all: boolean; readonly before: FoundLinks | null },
): Promise<CrawlReading> {
  const tally = await tallyOf(store, crawl, book, how)
  const missing = await missingFragments(store, crawl)
  const named = [...tally.told].map(([number, { places }]) => ({ number, places }))
  const wanted = [...named, ...missing.map(({ page, places }) => ({ number: page, places }))]
  const numbers = new Set(wanted.flatMap(({ number, places }) => [number, ...places.map(([page]) => page)]))
  const texts = await textsOf(store, crawl.site, [...numbers])
  const text = (number: number): string => texts.get(number) ?? ''

  const sourcesOf = (places: readonly Place[]): readonly LinkSource[] =>
    places
      .map(([page, line, kind]) => ({ page: text(page), line, kind: LINK_KINDS[kind]?.name ?? '' }))
      .sort((a, b) => inOrder(a.page, b.page) || a.line - b.line)

  const ofAddresses = [...tally.told].map(
    ([number, { state, verdict, endsAt, isGuessed, places }]): CrawlResult => {
      const malformed = malformedIn(text(number))
      return {
        address: malformed?.href ?? text(number),
        state,
        cause: malformed?.reason ?? verdict.cause,
        quote: verdict.quote,
        endsAt,
        isGuessed,
        seen: verdict.observations,
        sources: sourcesOf(places),
      }
    },
  )
  const ofFragments = missing.map(
    ({ page, fragment, places }): CrawlResult => ({
      address: `${text(page)}#${fragment}`,
      state: 'missing-fragment',
      cause: 'missing-fragment',
      quote: '',
      endsAt: null,
      isGuessed: places.every(([, , kind]) => LINK_KINDS[kind]?.isGuessed === true),
      seen: [],
      sources: sourcesOf(places),
    }),
  )
  const results = [...ofAddresses, ...ofFragments].sort((a, b) => inOrder(a.address, b.address))
  const byState = new Map<CrawlResult['state'], number>(tally.byState)
  byState.set('missing-fragment', missing.length)
  return { tally: { ...tally, byState }, results, found: tally.found }
}
