import type { Address } from '../core/address.ts'

/**
 * Why a crawl left out something that it had found: `pages`, `time`: a budget of its scope; `depth`: further from the
 * start than anybody clicks; `repeating-path`, `repeating-query`, `long-address`: addresses that grow from page to page;
 * `far-date`: calendars that reach into times of which nothing is published; `endless-chain`: page after page of one kind
 * that brings nothing but the next; `same-content`: one page under ever new addresses; `facets`: all ways to sort and
 * filter one list.
 */
export type CutReason =
  | 'pages'
  | 'time'
  | 'depth'
  | 'repeating-path'
  | 'repeating-query'
  | 'long-address'
  | 'far-date'
  | 'endless-chain'
  | 'same-content'
  | 'facets'

/** What a crawl left out for one reason. */
export interface CutShort {
  readonly reason: CutReason
  /** Addresses that were not asked, or, of a trap, pages whose links were not followed. */
  readonly count: number
  /** The first of them; null where there is none to show. */
  readonly example: Address | null
}

/** Counts what a crawl leaves out. */
export interface CutTally {
  add(reason: CutReason, example: Address | null, count?: number): void
  /** One entry a reason, in the order in which they came up. */
  list(): readonly CutShort[]
}

/** An empty tally. */
export function cutTally(): CutTally {
  const cuts = new Map<CutReason, CutShort>()
  return {
    add: (reason, example, count = 1) => {
      if (count === 0) return
      const before = cuts.get(reason)
      cuts.set(reason, {
        reason,
        count: (before?.count ?? 0) + count,
        example: before === undefined ? example : before.example,
      })
    },
    list: () => [...cuts.values()],
  }
}
