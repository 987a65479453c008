import type { Address } from '../core/address.ts'
import { controlAddress } from '../core/control-address.ts'
import type { Observation } from '../core/observation.ts'
import type { Fetched, Fetcher } from '../fetch/fetcher.ts'
import { kindNumber } from '../links/link-kinds.ts'
import type { Crawl, CrawlAnswer, CrawlStore } from '../store/crawl-store.ts'
import { type AddressBook, openAddressBook } from './address-book.ts'
import { answerLog } from './answer-log.ts'
import { askControl } from './ask-control.ts'
import { type ConfirmTools, confirmSuspect, type Suspect } from './confirm.ts'
import { crawlState } from './crawl-state.ts'
import { type CutShort, cutTally } from './cut-short.ts'
import { drive } from './drive.ts'
import { frontier, type Turn } from './frontier.ts'
import { outsideTally } from './outside.ts'
import { eachEdge } from './packed-edges.ts'
import { pageVisits } from './page-visits.ts'
import { recallOf } from './recall.ts'
import { replyOf } from './reply.ts'
import { placeIn, type Scope } from './scope.ts'
import { confirmedBefore, suspectOf } from './suspects.ts'
import { type PageInDoubt, traps } from './traps.ts'
import { validatorsOf } from './validators.ts'
import { type WaitTools, waitForRefused } from './wait-for-refused.ts'

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

/** How a crawl went. */
export interface CrawlEnd {
  /** The addresses of the site, those of earlier crawls among them. */
  readonly book: AddressBook
  /** Requests of this process, confirmations and control pages among them. */
  readonly asked: number
  /** What it left out of what it had found, and why; empty where everything was asked. */
  readonly cutShort: readonly CutShort[]
  /** Hosts outside of its scope that it asked, and those of them that gave no answer at all. */
  readonly outside: { readonly hosts: number; readonly silent: number }
}

const REFRESH = kindNumber('refresh')

/** So many addresses of a host are looked up in the store at once, beside the one whose turn it is. */
const WINDOW = 255

/**
 * Asks for everything that can be reached from the start within the scope, writing each answer with the links of its
 * page as it comes; then a second time for what looked dead, and how hosts say “not found” for what is in doubt. What
 * the store holds of a resumed crawl is not asked again.
 */
export async function crawlSite(task: CrawlTask, tools: CrawlTools): Promise<CrawlEnd> {
  const { crawl, scope } = task
  const { store, fetcher, inHand, now, signal } = tools
  const book = await openAddressBook(store, crawl.site, placeIn(scope))
  const state = crawlState(book, scope, inHand.perHost)
  const log = answerLog(store, crawl, book)
  const recall = recallOf(store, task.isResumed ? crawl.id : null, task.before?.id ?? null)
  const readPage = pageVisits(book, scope.fragments)
  const suspects = new Map<number, Suspect>()
  const controls = new Set<number>()
  const startedAt = now()
  const watch = traps(book, new Date(crawl.startedAt).getUTCFullYear())
  const cuts = cutTally()
  const outside = outsideTally()
  let asked = 0
  let isLate = false

  const follow = (page: Omit<PageInDoubt, 'depth'>, links: Uint8Array | null): void => {
    if (links === null || !state.mayFollow(page.number)) return
    const depth = state.depth(page.number)
    const reason = watch.trapAt({ ...page, depth })
    const found: number[] = []
    let isJump = true
    eachEdge(links, (to, _line, kind) => {
      if (reason === null ? !state.discover(to, depth + 1) : !state.isNew(to)) return
      found.push(to)
      isJump &&= kind === REFRESH
    })
    if (reason === null) watch.brought(page, found, isJump)
    else if (found.length > 0) cuts.add(reason, page.address)
  }

  /** Notes for a page in doubt its host's control page (DESIGN §5.1, §5.4). */
  const noteControl = ({ content, reply }: CrawlAnswer, address: Address): void => {
    if (content === null || reply.status !== 200) return
    controls.add(book.numberOf(controlAddress(reply.address ?? address, crawl.token)))
  }

  /** Notes what has to be asked again. */
  const note = (answers: readonly CrawlAnswer[], address: Address): void => {
    const suspect = suspectOf(answers, address)
    if (suspect !== null) suspects.set(suspect.number, suspect)
    const visit = answers.find((one) => one.purpose === 'visit')
    if (visit !== undefined) noteControl(visit, address)
  }

  const load = async ({ number, host }: Turn): Promise<void> => {
    const numbers = [number, ...state.frontier.ahead(host, WINDOW)]
    await Promise.all([recall.load(numbers), book.load(numbers)])
  }

  const answerOf = (
    { number, address }: { readonly number: number; readonly address: Address },
    fetched: Fetched,
  ): CrawlAnswer => {
    const { observedAt } = fetched.observation
    const reply = replyOf(fetched.observation)
    const common = { number, purpose: 'visit', observedAt, reply } as const
    if (book.standing(number) !== 'inside') return { ...common, links: null, content: null, fragments: null }
    const { mark, ...findings } = readPage(fetched)
    follow({ number, address, mark }, findings.links)
    return { ...common, ...findings }
  }

  /** The page stands as the crawl before has stored it. */
  const unchanged = (
    { number, address }: { readonly number: number; readonly address: Address },
    { observedAt, attempts, duration }: Observation,
    { before, sameAs }: { readonly before: CrawlAnswer; readonly sameAs: number },
  ): void => {
    follow({ number, address, mark: null }, before.links)
    const isWell = before.content === null
    log.addUnchanged({ number, observedAt, duration: Math.round(duration), attempts, isWell, sameAs })
    noteControl(before, address)
  }

  const visit = async (turn: Turn): Promise<void> => {
    const { number } = turn
    while (recall.get(number) === null || book.text(number) === null) await load(turn)
    const { own, before } = recall.get(number) ?? { own: [], before: [] }
    const address = book.text(number)
    if (address === null) throw new Error(`address ${number} is not in the store`)
    recall.forget(number)
    book.forget(number)
    const known = own.find((one) => one.purpose === 'visit')
    if (known !== undefined) {
      follow({ number, address, mark: null }, known.links)
      note(own, address)
      return
    }
    if (watch.isPointless(address)) {
      cuts.add('facets', address)
      return
    }
    const earlier = before.find((one) => one.purpose === 'visit') ?? null
    const fetched = await fetcher.fetch({
      purpose: 'visit',
      address,
      origin: state.depth(number) === 0 ? 'registered' : 'discovered',
      wants: book.standing(number) === 'inside' ? 'page' : 'status',
      ...validatorsOf(earlier, { now: now(), maximumAge: tools.maximumAge, wantsFragments: scope.fragments }),
    })
    asked += 1
    if (book.standing(number) !== 'inside') outside.note(book.host(number), replyOf(fetched.observation))
    const { answer: given } = fetched.observation
    if (given.kind === 'response' && given.status === 304 && earlier !== null && task.before !== null) {
      const sameAs = earlier.sameAs ?? task.before.id
      unchanged({ number, address }, fetched.observation, { before: earlier, sameAs })
    } else {
      const answer = answerOf({ number, address }, fetched)
      const answers = [answer, ...(answer.reply.status === 200 ? [] : confirmedBefore(answer, before))]
      for (const one of answers) log.add(one)
      note(answers, address)
    }
    tools.onProgress({ asked, known: state.known })
    if (log.isFull) await log.settle()
  }

  const isOver = (): boolean => {
    isLate ||= signal.aborted || (scope.time !== null && now() - startedAt > scope.time)
    return isLate
  }

  for (const address of [crawl.start, ...task.seeds]) state.discover(book.numberOf(address), 0)
  do await drive(state.frontier, inHand.overall, visit, isOver)
  while (!isLate && state.nextLevel())

  await waitForRefused(suspects.values(), tools)
  const again = frontier(inHand.perHost)
  const confirming: ConfirmTools = { fetcher, log, token: crawl.token, lookups: new Map() }
  for (const number of [...suspects.keys(), ...controls]) again.add(number, book.host(number))
  const askAgain = async ({ number }: Turn): Promise<void> => {
    const suspect = suspects.get(number)
    const questions =
      suspect === undefined
        ? await askControl(number, { store, fetcher, log, book, crawl })
        : await confirmSuspect(suspect, confirming)
    asked += questions
  }
  await drive(again, inHand.overall, askAgain, () => signal.aborted)
  await log.settle()
  cuts.add('pages', null, state.leftOut)
  cuts.add('time', null, isLate ? state.frontier.size : 0)
  return { book, asked, cutShort: cuts.list(), outside: outside.count() }
}
