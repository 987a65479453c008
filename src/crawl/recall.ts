import type { CrawlAnswer, CrawlStore } from '../store/crawl-store.ts'

/** What the store knows of an address: from this crawl, when it is resumed, and from the one before. */
export interface Recalled {
  readonly own: readonly CrawlAnswer[]
  readonly before: CrawlAnswer | null
}

/** Reads what the store knows of addresses, a window of those that come next at a time. */
export interface Recall {
  /** Null while it must first be loaded. */
  get(number: number): Recalled | null
  load(numbers: readonly number[]): Promise<void>
  forget(number: number): void
}

const NOTHING: Recalled = { own: [], before: null }

/** A recall that has nothing to read: a crawl that is neither resumed nor follows another. */
const noRecall: Recall = {
  get: () => NOTHING,
  load: async () => undefined,
  forget: () => undefined,
}

/** The recall of a crawl. `own`: this crawl where it is resumed; `before`: the crawl whose answers may still hold. */
export function recallOf(store: CrawlStore, own: number | null, before: number | null): Recall {
  if (own === null && before === null) return noRecall
  const known = new Map<number, Recalled>()
  return {
    get: (number) => known.get(number) ?? null,
    load: async (numbers) => {
      const missing = numbers.filter((number) => !known.has(number))
      const ours = own === null ? [] : await store.answers(own, missing)
      const theirs = before === null ? [] : await store.answers(before, missing)
      const ownByNumber = new Map<number, CrawlAnswer[]>()
      for (const answer of ours) {
        const list = ownByNumber.get(answer.number)
        if (list === undefined) ownByNumber.set(answer.number, [answer])
        else list.push(answer)
      }
      const visits = new Map(theirs.filter((one) => one.purpose === 'visit').map((one) => [one.number, one]))
      for (const number of missing) {
        known.set(number, { own: ownByNumber.get(number) ?? [], before: visits.get(number) ?? null })
      }
    },
    forget: (number) => {
      known.delete(number)
    },
  }
}
