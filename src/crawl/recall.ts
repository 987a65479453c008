import type { CrawlAnswer, CrawlStore } from '../store/crawl-store.ts'

/** What the store knows of an address: from this crawl, when it is resumed, and from the one before. */
export interface Recalled {
  readonly own: readonly CrawlAnswer[]
  readonly before: readonly CrawlAnswer[]
}

/** Reads what the store knows of addresses, a window of those that come next at a time. */
export interface Recall {
  /** Null while it must first be loaded. */
  get(number: number): Recalled | null
  load(numbers: readonly number[]): Promise<void>
  forget(number: number): void
}

const NOTHING: Recalled = { own: [], before: [] }

const NONE: ReadonlyMap<number, readonly CrawlAnswer[]> = new Map()

function grouped(answers: readonly CrawlAnswer[]): ReadonlyMap<number, readonly CrawlAnswer[]> {
  const byNumber = new Map<number, CrawlAnswer[]>()
  for (const answer of answers) {
    const list = byNumber.get(answer.number)
    if (list === undefined) byNumber.set(answer.number, [answer])
    else list.push(answer)
  }
  return byNumber
}

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
      const ours = own === null ? NONE : grouped(await store.answers(own, missing))
      const theirs = before === null ? NONE : grouped(await store.answers(before, missing))
      for (const number of missing) {
        known.set(number, { own: ours.get(number) ?? [], before: theirs.get(number) ?? [] })
      }
    },
    forget: (number) => {
      known.delete(number)
    },
  }
}
