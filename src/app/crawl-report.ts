import type { Observation } from '../core/observation.ts'
import type { AddressBook } from '../crawl/address-book.ts'
import type { CutShort } from '../crawl/cut-short.ts'
import type { FoundLinks } from '../crawl/found-links.ts'
import { type CrawlResult, readCrawl } from '../crawl/read-crawl.ts'
import type { Doubt } from '../judge/reliability.ts'
import type { CrawlReport } from '../report/crawl/crawl-report.ts'
import { CRAWL_STATES } from '../report/crawl/crawl-states.ts'
import type { Crawl, CrawlStore } from '../store/crawl-store.ts'

const instant = (milliseconds: number): string => new Date(milliseconds).toISOString()

function brought({ answer }: Observation): string {
  if (answer.kind === 'response') {
    return answer.tls === undefined ? String(answer.status) : `${answer.status} tls-fault ${answer.tls.code}`
  }
  if (answer.kind === 'failure') return `${answer.reason} ${answer.message}`.trim()
  if (answer.kind === 'lookup') return answer.addresses.length > 0 ? 'resolves' : 'name-not-found'
  return `${answer.engine}: ${answer.works === null ? '?' : answer.works ? 'works' : 'broken'}`
}

const entryOf = ({ address, state, cause, quote, endsAt, isGuessed, seen, sources }: CrawlResult) => ({
  state,
  cause,
  address,
  endsAt,
  guessed: isGuessed,
  quote,
  seen: seen.map((one) => ({ purpose: one.purpose, at: instant(one.observedAt), brought: brought(one) })),
  sources,
})

/** Doubts in words; what phrases them is loaded only where there are any. */
async function worded(doubts: readonly Doubt[]): Promise<CrawlReport['doubts']> {
  if (doubts.length === 0) return []
  const { doubtText } = await import('./doubt-text.ts')
  return doubts.map((doubt) => ({ id: doubt.message, text: doubtText(doubt) }))
}

/** How a crawl went that has ended. */
export interface CrawlCourse {
  /** Whether addresses that are alive are told of. */
  readonly all: boolean
  readonly cutShort: readonly CutShort[]
  readonly doubts: readonly Doubt[]
  /** What the crawl before found in the same links; null where they must be gone through. */
  readonly before: FoundLinks | null
}

/** The document of a crawl that has ended, and what it found in links. */
export async function crawlReportOf(
  store: CrawlStore,
  crawl: Crawl,
  book: AddressBook,
  how: CrawlCourse,
): Promise<{ readonly report: CrawlReport; readonly found: FoundLinks }> {
  const { tally, results, found } = await readCrawl(store, crawl, book, how)
  const byState = Object.fromEntries(CRAWL_STATES.map((state) => [state, 0])) as Record<
    (typeof CRAWL_STATES)[number],
    number
  >
  for (const [state, count] of tally.byState) byState[state] = count
  const worst = (entry: CrawlResult): number => CRAWL_STATES.indexOf(entry.state)
  const report: CrawlReport = {
    schema: 'portal-audit/crawl',
    version: 1,
    start: crawl.start,
    startedAt: instant(crawl.startedAt),
    finishedAt: instant(crawl.finishedAt ?? crawl.startedAt),
    reliable: crawl.state !== 'unreliable',
    doubts: await worded(how.doubts),
    complete: how.cutShort.length === 0,
    cutShort: how.cutShort,
    counts: { addresses: tally.addresses, pages: tally.pages, links: tally.links, byState },
    results: [...results].sort((a, b) => worst(a) - worst(b)).map(entryOf),
  }
  return { report, found }
}
