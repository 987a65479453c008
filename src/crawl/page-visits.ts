import type { Fetched, Fetcher } from '../fetch/fetcher.ts'
import type { CrawlReply } from '../store/crawl-store.ts'
import type { AddressBook } from './address-book.ts'
import type { AnswerLog } from './answer-log.ts'
import { authenticationBehind } from './authentication-behind.ts'
import { mayBeChallenge } from './challenge-words.ts'
import type { Look } from './closer-look.ts'
import { controlsOf } from './controls.ts'
import { edgeWriter } from './packed-edges.ts'
import { pageReader } from './page-reader.ts'
import { replyOf } from './reply.ts'
import { isSuspicious } from './suspicion.ts'
import { hasTitleOfError } from './title-words.ts'

/** What was found in an answer's body. */
export interface PageFindings {
  /** Packed; null where links were not read. */
  readonly links: Uint8Array | null
  readonly look: Look | null
}

/** Reads the bodies of a crawl: their links, and what they are where that is in doubt. */
export interface PageVisits {
  /** `follow`: whether links are wanted; `onLink` is told of each number that is linked to. */
  read(
    number: number,
    fetched: Fetched,
    reply: CrawlReply,
    follow: boolean,
    onLink: (to: number) => void,
  ): Promise<PageFindings>
  /** How many control pages were asked for. */
  controlsAsked(): number
}

const MOST_ERROR_PAGES = 1_000
const NOTHING: PageFindings = { links: null, look: null }
const PAGE_TYPE = /^\s*(?:text\/html|application\/xhtml\+xml)\b/i

/** A reader of pages that keeps its working memory from page to page. `token`: the random part of control addresses. */
export function pageVisits(tools: {
  readonly book: AddressBook
  readonly fetcher: Fetcher
  readonly log: AnswerLog
  readonly token: string
}): PageVisits {
  const { book, fetcher, log, token } = tools
  const reader = pageReader(book)
  const edges = edgeWriter()
  let asked = 0
  const controls = controlsOf(fetcher, token, ({ observation }) => {
    asked += 1
    const { address, observedAt } = observation
    const number = book.numberOf(address)
    log.add({
      number,
      purpose: 'control',
      observedAt,
      reply: replyOf(observation),
      links: null,
      content: null,
    })
  })

  /** What error pages of one body turned out to be: a site has one for all that is missing. */
  const errorPages = new Map<string, Look | null>()
  const errorPage = async (fetched: Fetched, key: string): Promise<Look | null> => {
    const known = errorPages.get(key)
    if (known !== undefined) return known
    const { closerLook } = await import('./closer-look.ts')
    const found = closerLook(fetched, null)
    if (errorPages.size < MOST_ERROR_PAGES) errorPages.set(key, found)
    return found
  }

  const look = async (fetched: Fetched): Promise<Look | null> => {
    const { observation } = fetched
    const { answer } = observation
    if (answer.kind !== 'response') return null
    if (answer.status >= 400) return errorPage(fetched, `${answer.status} ${answer.body}`)
    const control = answer.status === 200 ? await controls.of(answer.address) : null
    const { closerLook } = await import('./closer-look.ts')
    return closerLook(fetched, control)
  }

  return {
    read: async (number, fetched, reply, follow, onLink) => {
      const { observation, body } = fetched
      const { answer } = observation
      if (answer.kind !== 'response') return NOTHING
      if (book.standing(number) !== 'inside') {
        const wall = authenticationBehind(observation)
        return wall === null ? NOTHING : { links: null, look: { kind: 'wall', quote: wall } }
      }
      const isPage = body !== null && (reply.type === undefined || PAGE_TYPE.test(reply.type))
      if (!isPage) return NOTHING
      if (answer.status !== 200) {
        return { links: null, look: mayBeChallenge(body.bytes) ? await look(fetched) : null }
      }
      const { records, signs, links } = reader.read(
        body.bytes,
        answer.address,
        reply.type ?? null,
        (to, line, kind) => {
          edges.add(to, line, kind)
          if (follow) onLink(to)
        },
      )
      const packed = edges.take()
      const isRedirected = observation.hops.length > 0
      const refusesInTitle = hasTitleOfError(records)
      if (!isSuspicious({ signs, links, refusesInTitle, isRedirected, controlText: null }))
        return { links: packed, look: null }
      return { links: packed, look: await look(fetched) }
    },
    controlsAsked: () => asked,
  }
}
