import type { Address } from '../core/address.ts'
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
  { crawl, before, scope }: CrawlTask,
  starts: readonly Address[],
  { store }: Pick<CrawlTools, 'store'>,
): Promise<HandedOn | null> {
  if (before === null || before.scope !== crawl.scope) return null
  if (scope.time !== null) return null
  const text = await store.found(before.id)
  if (text === null) return null
  const handedOn = handedOnFrom(text)
  if (scope.pages !== null && countOf(handedOn.asked) * 2 > scope.pages) return null
  return handedOn.starts.join() === starts.join() ? handedOn : null
}

const areSame = (one: Uint8Array | null, other: Uint8Array | null): boolean =>
  one === other || (one !== null && other !== null && Buffer.compare(one, other) === 0)

/**
 * Asks for everything that the crawl before asked for, without going through any links. Whether each page that was
 * followed then has the links that it had, and no further one is there: what can be reached is then what it was.
 */
export async function renew(
  crawl: number,
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
  await drive(
    waiting,
    inHand.overall,
    async (turn) => {
      const { number } = turn
      const data = dataOf(turn)
      const {
        address,
        known: { earlier },
      } = data instanceof Promise ? await data : data
      const before = () => store.answers(crawl, [number])
      const brought = await visit({ number, address, isStart: begins.has(address), earlier, before })
      if (!brought.isUnchanged && isSame) {
        const links = earlier?.isPage === true ? (visitIn(await before())?.links ?? null) : null
        if (!areSame(brought.links, links)) isSame = false
      }
      const settled = onVisit(known)
      if (settled !== null) await settled
    },
    isOver,
  )
  return isSame
}
