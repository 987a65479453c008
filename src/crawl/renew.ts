import { type Address, withoutTokens } from '../core/address.ts'
import type { AddressBook } from './address-book.ts'
import type { CrawlTask, CrawlTools } from './crawl-task.ts'
import { drive } from './drive.ts'
import { type HandedOn, handedOnFrom } from './found-links.ts'
import { frontier } from './frontier.ts'
import { countOf, eachOf } from './number-ranges.ts'
import { visitsOf } from './recall.ts'
import { visitIn } from './reply.ts'
import { turnData } from './turns.ts'
import type { Visit } from './visit.ts'

/**
 * What the crawl before hands on to this one: null where it asked for other things, or handed nothing on because it left
 * something out; and where there is no time or no room for asking for all of that before anything new.
 */
export async function handedOnTo(
  { crawl, before, scope, seeds }: CrawlTask,
  starts: readonly Address[],
  { store, book }: Pick<CrawlTools, 'store'> & { readonly book: AddressBook },
): Promise<HandedOn | null> {
  if (before === null || before.scope !== crawl.scope) return null
  if ([crawl.start, ...seeds].some((one) => one !== withoutTokens(one))) return null
  if (scope.time !== null) return null
  const text = await store.found(before.id)
  if (text === null) return null
  const handedOn = handedOnFrom(text)
  if (handedOn === null || book.host(handedOn.asked.at(-1) ?? 0) === '') return null
  if (scope.pages !== null && countOf(handedOn.asked) * 2 > scope.pages) return null
  return handedOn.starts.join() === starts.join() ? handedOn : null
}

/** Whether a crawl that is resumed may have begun with asking for what the crawl before it had asked for. */
export async function mayHaveRenewed(
  { crawl, isResumed }: CrawlTask,
  { store }: Pick<CrawlTools, 'store'>,
): Promise<boolean> {
  if (!isResumed) return false
  for (const { id, scope } of await store.before(crawl))
    if (scope === crawl.scope && (await store.found(id)) !== null) return true
  return false
}

const isEmpty = (links: Uint8Array | null): boolean => links === null || links.length === 0

const areSame = (one: Uint8Array | null, other: Uint8Array | null): boolean =>
  one === other || (one !== null && other !== null && Buffer.compare(one, other) === 0)

/**
 * Asks for everything that the crawl before asked for, without going through any links. Whether each page that was
 * followed then has the links that it had, and no further one is there: what can be reached is then what it was. Ends
 * where the start has lost all of its links: a site that is down, or being repaired, is not asked for all that it had.
 */
export async function renew(
  crawl: number,
  start: Address,
  { asked, starts }: HandedOn,
  tools: Pick<CrawlTools, 'store' | 'inHand'> & {
    readonly book: AddressBook
    readonly visit: Visit
    readonly isOver: () => boolean
    /** Told how many there are; resolves when the next may be begun, null for at once. */
    readonly onVisit: (known: number) => Promise<void> | null
  },
): Promise<boolean> {
  const { store, book, inHand, visit, isOver, onVisit } = tools
  const waiting = frontier(inHand.perHost)
  const begins = new Set(starts)
  eachOf(asked, (number) => waiting.add(number, book.host(number)))
  const known = countOf(asked)
  const dataOf = turnData(waiting, book, visitsOf(store, crawl))
  let isSame = true
  let isLost = false
  await drive(
    waiting,
    inHand.overall,
    async (turn) => {
      const { number } = turn
      const data = dataOf(turn)
      const {
        address,
        known: { earlier, answers },
      } = data instanceof Promise ? await data : data
      const before = async () => answers ?? store.answers(crawl, [number])
      const brought = await visit({ number, address, isStart: begins.has(address), earlier, before })
      if (!brought.isUnchanged && (isSame || address === start)) {
        const links = earlier?.isPage === true ? (visitIn(await before())?.links ?? null) : null
        if (!areSame(brought.links, links)) isSame = false
        if (address === start && isEmpty(brought.links) && !isEmpty(links)) isLost = true
      }
      const settled = onVisit(known)
      if (settled !== null) await settled
    },
    () => isLost || isOver(),
  )
  return isSame
}

/** Of what the crawl before had asked for, that to which links lead with tokens today, as was seen after it was asked. */
export function withTokens({ asked }: HandedOn, book: AddressBook): readonly number[] {
  const numbers: number[] = []
  if (book.tokens === 0) return numbers
  eachOf(asked, (number) => {
    const text = book.text(number)
    if (text !== null && text !== withoutTokens(text)) numbers.push(number)
  })
  return numbers
}
