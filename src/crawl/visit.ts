import type { Address } from '../core/address.ts'
import type { Observation } from '../core/observation.ts'
import type { Validators } from '../core/probe.ts'
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

  const isInside = (number: number): boolean => book.standing(number) === 'inside'

  /** What is asked of an address. */
  const questionOf = ({ number, address, isStart }: Visited) => {
    const origin = isStart ? 'registered' : 'discovered'
    const wants = isInside(number) ? 'page' : 'status'
    return { purpose: 'visit', address, origin, wants } as const
  }

  const noteHost = (number: number, { answer, attempts }: Observation): void => {
    const status = answer.kind === 'response' ? answer.status : 0
    if (!isInside(number)) outside.note(book.host(number), { status, attempts })
  }

  /** Asks for the page, unless it has come already, and reads it. */
  const read = async (visited: Visited, given: Fetched | null): Promise<Brought> => {
    const { number, address, before } = visited
    const isRead = isInside(number)
    const fetched = given ?? (await fetcher.fetch(questionOf(visited)))
    const { observation } = fetched
    noteHost(number, observation)
    if (isRead && !book.isIndexed && mayHoldLinks(fetched)) await book.index()
    const { mark, hasTokens, links, content, fragments } = isRead ? readPage(fetched) : NOTHING
    const reply: CrawlReply = {
      ...replyOf(observation),
      ...(mark === null ? {} : { mark }),
      ...(hasTokens ? { hasTokens } : {}),
    }
    const { observedAt } = observation
    const answer: CrawlAnswer = { number, purpose: 'visit', observedAt, reply, links, content, fragments }
    const answers = [answer, ...(reply.status === 200 ? [] : confirmedBefore(answer, await before()))]
    for (const one of answers) log.add(one)
    const noted = open.note(answers, address)
    if (noted !== null) await noted
    return { isUnchanged: false, links, mark }
  }

  /** Asks whether the page has changed, and reads it where it has, or where the answer says nothing of that. */
  const askIfChanged = async (
    visited: Visited,
    validators: Validators,
    { reply, isInDoubt }: EarlierAnswer,
    sameAs: number,
  ): Promise<Brought> => {
    const { number, address } = visited
    const fetched = await fetcher.fetch({ ...questionOf(visited), validators })
    const { observation } = fetched
    if (!saysUnchanged(observation, validators)) return read(visited, isNotModified(fetched) ? null : fetched)
    noteHost(number, observation)
    const { observedAt, attempts } = observation
    const duration = Math.round(observation.duration)
    log.addUnchanged({ number, observedAt, duration, attempts, isWell: !isInDoubt, sameAs })
    if (isInDoubt) await open.noteControl(reply, address)
    return UNCHANGED
  }

  return (visited) => {
    const { earlier } = visited
    const validators = validatorsOf(earlier, { now: now(), maximumAge, wantsFragments: scope.fragments })
    return validators === null || earlier === null || crawlBefore === null
      ? read(visited, null)
      : askIfChanged(visited, validators, earlier, earlier.sameAs ?? crawlBefore.id)
  }
}
