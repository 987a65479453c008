import type { Address } from '../core/address.ts'
import type { Fetcher } from '../fetch/fetcher.ts'
import type { Crawl, CrawlStore } from '../store/crawl-store.ts'
import type { Scope } from './scope.ts'
import type { WaitTools } from './wait-for-refused.ts'

/** What a crawl is asked to do. */
export interface CrawlTask {
  readonly crawl: Crawl
  readonly scope: Scope
  /** The crawl whose answers are asked for only if they have changed; null to ask for everything anew. */
  readonly before: Crawl | null
  /** Whether the crawl was begun before, so that the store holds answers of it. */
  readonly isResumed: boolean
  /** Where it starts, beside the crawl's own start: the addresses of a sitemap. */
  readonly seeds: readonly Address[]
}

/** What a crawl works with. */
export interface CrawlTools extends WaitTools {
  readonly store: CrawlStore
  readonly fetcher: Fetcher
  /** Requests in hand, over all hosts and for one host. */
  readonly inHand: { readonly overall: number; readonly perHost: number }
  /** Milliseconds after which a page is asked for whole, whatever its server says of changes. */
  readonly maximumAge: number
  readonly onProgress: (progress: { readonly asked: number; readonly known: number }) => void
}
