import { deflateRawSync } from 'node:zlib'
import type { Hop } from '../core/observation.ts'
import type { Fetched } from '../fetch/fetcher.ts'
import type { AddressBook } from './address-book.ts'
import { mayBeChallenge } from './challenge-words.ts'
import { edgeWriter } from './packed-edges.ts'
import { pageMark } from './page-mark.ts'
import { pageReader } from './page-reader.ts'
import { pageType } from './page-type.ts'
import { isSuspicious } from './suspicion.ts'
import { hasTitleOfError } from './title-words.ts'

/** What was found in an answer's body. */
export interface PageFindings {
  /** Packed; null where the answer held no page. */
  readonly links: Uint8Array | null
  /** The body, packed, where it must be read whole before anything is said of the page; null for most pages. */
  readonly content: Uint8Array | null
  /** Where fragments are wanted, those of the page, as JSON. */
  readonly fragments: string | null
  /** What the page shares with others of the same content; null where the answer held no page. */
  readonly mark: number | null
  /** Whether its links hold tokens, which the store does not keep. */
  readonly hasTokens: boolean
}

/** Reads the body of an answer. Only bodies of addresses whose links are followed are worth handing in. */
export type ReadPage = (fetched: Fetched) => PageFindings

/** What is found where there is no page. */
export const NOTHING: PageFindings = {
  links: null,
  content: null,
  fragments: null,
  mark: null,
  hasTokens: false,
}

/** Statuses whose bodies browsers show as the page that was asked for. 204 and 205 have none. */
const isShown = (status: number): boolean => status >= 200 && status < 300

/** Whether links may be found in an answer, so that numbers are needed for their addresses. */
export const mayHoldLinks = ({ observation: { answer }, body }: Fetched): boolean =>
  body !== null && answer.kind === 'response' && isShown(answer.status)

/** Whether redirects name a place of their own, which then counts instead of the link's (Fetch §4.4). */
const hasOwnPlace = (hops: readonly Hop[]): boolean => hops.some(({ location }) => location.includes('#'))

/** A reader of pages that keeps its working memory from page to page. */
export function pageVisits(book: AddressBook, wantsFragments: boolean): ReadPage {
  const reader = pageReader(book, wantsFragments)
  const edges = edgeWriter()
  return ({ observation: { answer, hops }, body }) => {
    if (answer.kind !== 'response' || body === null) return NOTHING
    const { bytes } = body
    const type = pageType(bytes, answer.headers)
    if (type === null) return NOTHING
    if (!isShown(answer.status)) {
      return { ...NOTHING, content: mayBeChallenge(bytes) ? deflateRawSync(bytes) : null }
    }
    const sent = { type, refresh: answer.headers.refresh ?? null }
    const tokens = book.tokens
    const { records, signs, links, fragments } = reader.read(bytes, answer.address, sent, edges.add)
    const refusesInTitle = hasTitleOfError(records)
    const isDoubtful = isSuspicious({ signs, links, refusesInTitle, isRedirected: hops.length > 0 })
    return {
      links: edges.take(),
      content: isDoubtful ? deflateRawSync(bytes) : null,
      fragments:
        fragments === null
          ? null
          : JSON.stringify({ ...fragments, isUnsure: answer.truncated || hasOwnPlace(hops) }),
      mark: sent.refresh === null ? pageMark(records) : null,
      hasTokens: book.tokens > tokens,
    }
  }
}
