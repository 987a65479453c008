import { type Address, withoutTokens } from '../core/address.ts'
import { kindNumber } from '../links/link-kinds.ts'
import { type AddressBook, openAddressBook } from './address-book.ts'
import { answerLog } from './answer-log.ts'
import { askControl } from './ask-control.ts'
import { type ConfirmTools, confirmSuspect } from './confirm.ts'
import { crawlState } from './crawl-state.ts'
import type { CrawlTask, CrawlTools } from './crawl-task.ts'
import { type CutShort, cutTally } from './cut-short.ts'
import { drive } from './drive.ts'
import type { FoundLinks } from './found-links.ts'
import { frontier, type Turn } from './frontier.ts'
import { openQuestions } from './open-questions.ts'
import { outsideTally } from './outside.ts'
import { eachEdge } from './packed-edges.ts'
import { recallOf } from './recall.ts'
import { handedOnTo, mayHaveRenewed, renew, withTokens } from './renew.ts'
import { visitIn, withoutPage } from './reply.ts'
import { placeIn } from './scope.ts'
import { type PageInDoubt, traps } from './traps.ts'
import { turnData } from './turns.ts'
import { type Visit, visitor } from './visit.ts'
import { waitForRefused } from './wait-for-refused.ts'

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
  /** The addresses where it began, in order, without tokens. */
  readonly starts: readonly Address[]
  /** What the crawl before found in links, where no page has other links today; null where they must be gone through. */
  readonly found: FoundLinks | null
}

const REFRESH = kindNumber('refresh')

/**
 * Asks for everything that can be reached from the start within the scope, writing each answer with the links of its
 * page as it comes; then a second time for what looked dead, and how hosts say “not found” for what is in doubt. What
 * the store holds of a resumed crawl is not asked again. Where an earlier crawl hands on what it found, that is asked for
 * first, and links are gone through only where those of some page have changed.
 */
export async function crawlSite(task: CrawlTask, tools: CrawlTools): Promise<CrawlEnd> {
  const { crawl, scope } = task
  const { store, fetcher, inHand, now, signal } = tools
  const book = await openAddressBook(store, crawl.site, placeIn(scope))
  const state = crawlState(book, scope, inHand.perHost)
  const log = answerLog(store, crawl, book)
  const open = openQuestions(book, crawl)
  const startedAt = now()
  const watch = traps(book, new Date(crawl.startedAt).getUTCFullYear())
  const cuts = cutTally()
  const outside = outsideTally()
  const ask = visitor(task, { ...tools, book, log, open, outside })
  let [asked, pages] = [0, 0]
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

  const isPage = (number: number): boolean => book.standing(number) === 'inside'
  const visit: Visit = (visited) => {
    if (isPage(visited.number)) pages += 1
    return ask(visited)
  }

  const isOver = (): boolean => {
    isLate ||= signal.aborted || (scope.time !== null && now() - startedAt > scope.time)
    return isLate
  }

  const afterVisit = (known: number): Promise<void> | null => {
    asked += 1
    tools.onProgress({ asked, known })
    return log.isFull ? log.settle() : null
  }

  const begins = [crawl.start, ...task.seeds]
  const starts = [...new Set(begins.map(withoutTokens))].sort()
  const handedOn = await handedOnTo(task, starts, { store, book })
  let found: FoundLinks | null = null
  if (handedOn !== null && task.before !== null && !task.isResumed) {
    const renewal = { store, inHand, book, visit, isOver, onVisit: afterVisit }
    const isSame = await renew(task.before.id, withoutTokens(crawl.start), handedOn, renewal)
    await log.settle()
    if (isSame && !isLate && book.tokens === 0) found = handedOn
    else {
      open.clear()
      outside.clear()
      if (!isLate) await store.forget(crawl.id, withTokens(handedOn, book))
    }
  }

  if (found === null) {
    const isBegun = task.isResumed || handedOn !== null
    const recall = recallOf(store, isBegun ? crawl.id : null, task.before?.id ?? null)
    const dataOf = turnData(state.frontier, book, recall)
    const step = async (turn: Turn): Promise<void> => {
      const { number } = turn
      const data = dataOf(turn)
      const {
        address,
        known: { own, before },
      } = data instanceof Promise ? await data : data
      const known = visitIn(own)
      if (known !== null && known.reply.hasTokens !== true) {
        if (!isPage(number)) outside.note(book.host(number), known.reply)
        follow({ number, address, mark: known.reply.mark ?? null }, known.links)
        const noted = open.note(own, address)
        if (noted !== null) await noted
      } else if (watch.isPointless(address)) {
        cuts.add('facets', address)
      } else if (scope.pages !== null && pages >= scope.pages && isPage(number)) {
        cuts.add('pages', address)
      } else {
        const earlier = visitIn(before)
        const isStart = state.depth(number) === 0
        const brought = await visit({
          ...{ number, address, isStart },
          earlier: earlier === null ? null : withoutPage(earlier),
          before: async () => before,
        })
        const { links, mark } = brought.isUnchanged
          ? { links: earlier?.links ?? null, mark: earlier?.reply.mark ?? null }
          : brought
        follow({ number, address, mark }, links)
        await afterVisit(state.known)
      }
    }
    await book.index()
    for (const address of begins) state.discover(book.numberOf(address), 0)
    do await drive(state.frontier, inHand.overall, step, isOver)
    while (!isLate && state.nextLevel())
    const isRenewed = handedOn !== null || (await mayHaveRenewed(task, { store }))
    if (isRenewed && !isLate) await forgetUnlinked()
  }

  /** What the crawl before had found is no longer linked, but was asked for. */
  async function forgetUnlinked(): Promise<void> {
    await log.settle()
    const unlinked: number[] = []
    await store.eachVisited(crawl.id, (number) => {
      if (!state.isKnown(number)) unlinked.push(number)
    })
    await store.forget(crawl.id, unlinked)
  }

  const { suspects, controls } = open
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
  return { book, asked, cutShort: cuts.list(), outside: outside.count(), starts, found }
}
