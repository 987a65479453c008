import type { Address } from '../core/address.ts'
import type { Fetched, Fetcher } from '../fetch/fetcher.ts'
import type { Crawl, CrawlAnswer, CrawlReply, CrawlStore } from '../store/crawl-store.ts'
import { openAddressBook } from './address-book.ts'
import { answerLog } from './answer-log.ts'
import { confirmSuspect, type Suspect } from './confirm.ts'
import { crawlState } from './crawl-state.ts'
import { drive } from './drive.ts'
import { frontier, type Turn } from './frontier.ts'
import { eachEdge } from './packed-edges.ts'
import { pageVisits } from './page-visits.ts'
import { recallOf } from './recall.ts'
import { replyOf } from './reply.ts'
import { placeIn, type Scope } from './scope.ts'
import { confirmedBefore, suspectOf } from './suspects.ts'
import { validatorsOf } from './validators.ts'

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
export interface CrawlTools {
  readonly store: CrawlStore
  readonly fetcher: Fetcher
  /** Requests in hand, over all hosts and for one host. */
  readonly inHand: { readonly overall: number; readonly perHost: number }
  /** Milliseconds since 1970-01-01 UTC. */
  readonly now: () => number
  readonly onProgress: (progress: { readonly asked: number; readonly known: number }) => void
}

/** How a crawl went. */
export interface CrawlEnd {
  /** Requests of this process, confirmations and control pages among them. */
  readonly asked: number
  /** Whether a budget of the scope ended it before everything was asked. */
  readonly isCutShort: boolean
}

/** So many addresses of a host are looked up in the store at once. */
const WINDOW = 255

/**
 * Asks for everything that can be reached from the start within the scope, writing each answer with the links of its
 * page as it comes; then a second time for what looked dead. What the store holds of a resumed crawl is not asked again.
 */
export async function crawlSite(task: CrawlTask, tools: CrawlTools): Promise<CrawlEnd> {
  const { crawl, scope } = task
  const { store, fetcher, inHand, now } = tools
  const book = await openAddressBook(store, crawl.site, placeIn(scope))
  const state = crawlState(book, scope, inHand.perHost)
  const log = answerLog(store, crawl, book)
  const recall = recallOf(store, task.isResumed ? crawl.id : null, task.before?.id ?? null)
  const visits = pageVisits({ book, fetcher, log, token: crawl.token })
  const suspects = new Map<number, Suspect>()
  const startedAt = now()
  let asked = 0
  let isLate = false

  const follow = (number: number, links: Uint8Array | null): void => {
    if (links === null || !state.mayFollow(number)) return
    const depth = state.depth(number) + 1
    eachEdge(links, (to) => state.discover(to, depth))
  }

  const suspect = (answers: readonly CrawlAnswer[], address: Address): void => {
    const found = suspectOf(answers, address)
    if (found !== null) suspects.set(found.number, found)
  }

  const load = async ({ number, host }: Turn): Promise<void> => {
    const numbers = [number, ...state.frontier.ahead(host, WINDOW)]
    await Promise.all([recall.load(numbers), book.load(numbers)])
  }

  const settled = async (
    number: number,
    fetched: Fetched,
    before: CrawlAnswer | null,
  ): Promise<CrawlAnswer> => {
    const { observedAt } = fetched.observation
    const reply = replyOf(fetched.observation)
    if (reply.status === 304 && before !== null) {
      const { duration, attempts } = reply
      const unchanged: CrawlReply = { ...before.reply, duration, attempts, unchanged: true }
      follow(number, before.links)
      return { ...before, observedAt, reply: unchanged }
    }
    const depth = state.depth(number) + 1
    const { links, look } = await visits.read(number, fetched, reply, state.mayFollow(number), (to) =>
      state.discover(to, depth),
    )
    return {
      number,
      purpose: 'visit',
      observedAt,
      reply: look === null ? reply : { ...reply, look },
      links,
      content: null,
    }
  }

  const visit = async (turn: Turn): Promise<void> => {
    const { number } = turn
    while (recall.get(number) === null || book.text(number) === null) await load(turn)
    const { own, before: earlier } = recall.get(number) ?? { own: [], before: [] }
    const before = earlier.find((one) => one.purpose === 'visit') ?? null
    const address = book.text(number)
    if (address === null) throw new Error(`address ${number} is not in the store`)
    recall.forget(number)
    book.forget(number)
    const known = own.find((one) => one.purpose === 'visit')
    if (known !== undefined) {
      follow(number, known.links)
      suspect(own, address)
      return
    }
    const isInside = book.standing(number) === 'inside'
    const fetched = await fetcher.fetch({
      purpose: 'visit',
      address,
      origin: state.depth(number) === 0 ? 'registered' : 'discovered',
      wants: isInside ? 'page' : 'status',
      ...validatorsOf(before),
    })
    asked += 1
    const answer = await settled(number, fetched, before)
    const confirmed = suspectOf([answer], address) === null ? [] : confirmedBefore(answer, earlier)
    for (const one of [answer, ...confirmed]) log.add(one)
    suspect([answer, ...confirmed], address)
    tools.onProgress({ asked, known: state.known })
    if (log.isFull) await log.settle()
  }

  const isOver = (): boolean => {
    isLate ||= scope.time !== null && now() - startedAt > scope.time
    return isLate
  }

  for (const address of [crawl.start, ...task.seeds]) state.discover(book.numberOf(address), 0)
  do await drive(state.frontier, inHand.overall, visit, isOver)
  while (!isLate && state.nextLevel())

  const again = frontier(inHand.perHost)
  for (const number of suspects.keys()) again.add(number, book.host(number))
  const confirm = async ({ number }: Turn): Promise<void> => {
    const found = suspects.get(number)
    if (found === undefined) return
    const questions = await confirmSuspect(found, fetcher, log)
    asked += questions
  }
  await drive(again, inHand.overall, confirm, () => false)
  await log.settle()
  return {
    asked: asked + visits.controlsAsked(),
    isCutShort: state.isCutShort || (isLate && state.frontier.size > 0),
  }
}
