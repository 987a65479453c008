import type { CrawlAnswer, CrawlStore, EarlierAnswer } from '../store/crawl-store.ts'

/** What the store knows of addresses, read a window of those that come next at a time. */
export interface Recall<Known> {
  /** Null while it must first be loaded. */
  get(number: number): Known | null
  load(numbers: readonly number[]): Promise<void>
  forget(number: number): void
}

/** What the store knows of an address: from this crawl, when it is resumed, and from the one before. */
export interface Recalled {
  readonly own: readonly CrawlAnswer[]
  readonly before: readonly CrawlAnswer[]
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

/** A recall that reads what it does not have yet by `read`, which tells of every number. */
function recall<Known>(
  read: (numbers: readonly number[], tell: (number: number, known: Known) => void) => Promise<void>,
): Recall<Known> {
  const held = new Map<number, Known>()
  return {
    get: (number) => held.get(number) ?? null,
    load: (numbers) =>
      read(
        numbers.filter((number) => !held.has(number)),
        (number, known) => held.set(number, known),
      ),
    forget: (number) => {
      held.delete(number)
    },
  }
}

/** A recall that has nothing to read: a crawl that is neither resumed nor follows another. */
const noRecall: Recall<Recalled> = {
  get: () => NOTHING,
  load: async () => undefined,
  forget: () => undefined,
}

/** The recall of a crawl. `own`: this crawl where it is resumed; `before`: the crawl whose answers may still hold. */
export function recallOf(store: CrawlStore, own: number | null, before: number | null): Recall<Recalled> {
  if (own === null && before === null) return noRecall
  return recall(async (numbers, tell) => {
    const ours = own === null ? NONE : grouped(await store.answers(own, numbers))
    const theirs = before === null ? NONE : grouped(await store.answers(before, numbers))
    for (const number of numbers)
      tell(number, { own: ours.get(number) ?? [], before: theirs.get(number) ?? [] })
  })
}

/** What a crawl was answered to a visit. */
export interface EarlierVisit {
  /** Without the page; null where it did not visit the address. */
  readonly earlier: EarlierAnswer | null
  /** Everything that it was answered, where the visit brought no page; else null, and to be read where it is needed. */
  readonly answers: readonly CrawlAnswer[] | null
}

/** What a crawl was answered to visits. */
export function visitsOf(store: CrawlStore, crawl: number): Recall<EarlierVisit> {
  return recall(async (numbers, tell) => {
    const missing = new Set(numbers)
    const visits = await store.earlier(crawl, numbers)
    const failed = visits.filter(({ reply }) => reply.status !== 200).map(({ number }) => number)
    const answers = failed.length === 0 ? NONE : grouped(await store.answers(crawl, failed))
    for (const earlier of visits) {
      tell(earlier.number, { earlier, answers: answers.get(earlier.number) ?? null })
      missing.delete(earlier.number)
    }
    for (const number of missing) tell(number, { earlier: null, answers: null })
  })
}
