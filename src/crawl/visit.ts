import type { Address } from '../core/address.ts'
import type { Observation } from '../core/observation.ts'
import type { Fetched } from '../fetch/fetcher.ts'
import { saysUnchanged } from '../fetch/reuse.ts'
import type { CrawlAnswer, CrawlReply, EarlierAnswer } from '../store/crawl-store.ts'
import type { AddressBook } from './address-book.ts'
import type { AnswerLog } from './answer-log.ts'
import type { CrawlTask, CrawlTools } from './crawl-task.ts'
import type { OpenQuestions } from './open-questions.ts'
import type { Outside } from './outside.ts'
import { mayHoldLinks, NOTHING, pageVisits } from './page-visits.ts'
import { replyOf } from './reply.ts'
import { confirmedBefore } from './suspects.ts'
import { validatorsOf } from './validators.ts'

/** An address whose turn has come. */
export interface Visited {
  readonly number: number
  readonly address: Address
  /** Whether the crawl begins there. */
  readonly isStart: boolean
  /** What the crawl before was answered; null where it did not visit it. */
  readonly earlier: EarlierAnswer | null
  /** Everything that the crawl before was answered. */
  readonly before: () => Promise<readonly CrawlAnswer[]>
}

/** What a visit brought: that nothing has changed since the crawl before, or something to read. */
export type Brought =
  | { readonly isUnchanged: true }
  | {
      readonly isUnchanged: false
      /** The page's links, packed; null where the answer held no page. */
      readonly links: Uint8Array | null
      /** What the page shares with others of the same content; null where the answer held no page. */
      readonly mark: number | null
    }

/** Asks for an address, and writes down what was answered and what that leaves open. */
export type Visit = (visited: Visited) => Promise<Brought>

/** What visits of one crawl work with. */
export interface VisitTools extends Pick<CrawlTools, 'fetcher' | 'now' | 'maximumAge'> {
  readonly book: AddressBook
  readonly log: AnswerLog
  readonly open: OpenQuestions
  readonly outside: Outside
}

/** Whether all that was said is “nothing has changed”; where that answers something else, it says nothing of the page. */
const isNotModified = ({ observation: { answer } }: Fetched): boolean =>
  answer.kind === 'response' && answer.status === 304

const UNCHANGED: Brought = { isUnchanged: true }

/** Visits of a crawl. What stands as the crawl before has stored it is not read again. */
export function visitor({ before: crawlBefore, scope }: CrawlTask, tools: VisitTools): Visit {
  const { fetcher, book, log, open, outside, now, maximumAge } = tools
  const readPage = pageVisits(book, scope.fragments)

  /** Notes that the page stands as the crawl before has stored it. */
  const keepUnchanged = ({ number }: Visited, observation: Observation, earlier: EarlierAnswer): void => {
    const { observedAt, attempts, duration } = observation
    const sameAs = earlier.sameAs ?? crawlBefore?.id ?? 0
    const isWell = !earlier.isInDoubt
    log.addUnchanged({ number, observedAt, duration: Math.round(duration), attempts, isWell, sameAs })
  }

  return async (visited) => {
    const { number, address, isStart, earlier, before } = visited
    const isInside = book.standing(number) === 'inside'
    const validators = validatorsOf(earlier, { now: now(), maximumAge, wantsFragments: scope.fragments })
    const purpose = 'visit'
    const origin = isStart ? 'registered' : 'discovered'
    const wants = isInside ? 'page' : 'status'
    const question = { purpose, address, origin, wants } as const
    const first = await fetcher.fetch(
      validators === null ? question : { purpose, address, origin, wants, validators },
    )
    const isSame = validators !== null && saysUnchanged(first.observation, validators)
    const fetched =
      isSame || validators === null || !isNotModified(first) ? first : await fetcher.fetch(question)
    const { observation } = fetched
    const { answer: given, attempts, observedAt } = observation
    const status = given.kind === 'response' ? given.status : 0
    if (!isInside) outside.note(book.host(number), { status, attempts })
    if (isSame && earlier !== null && crawlBefore !== null) {
      keepUnchanged(visited, observation, earlier)
      if (earlier.isInDoubt) await open.noteControl(earlier.reply, address)
      return UNCHANGED
    }
    if (isInside && !book.isIndexed && mayHoldLinks(fetched)) await book.index()
    const { mark, hasTokens, links, content, fragments } = isInside ? readPage(fetched) : NOTHING
    const reply: CrawlReply = {
      ...replyOf(observation),
      ...(mark === null ? {} : { mark }),
      ...(hasTokens ? { hasTokens } : {}),
    }
    const answer: CrawlAnswer = { number, purpose, observedAt, reply, links, content, fragments }
    const answers = [answer, ...(status === 200 ? [] : confirmedBefore(answer, await before()))]
    for (const one of answers) log.add(one)
    const noted = open.note(answers, address)
    if (noted !== null) await noted
    return { isUnchanged: false, links, mark }
  }
}
