import { deflateRawSync } from 'node:zlib'
import type { Fetched } from '../fetch/fetcher.ts'
import type { CrawlReply } from '../store/crawl-store.ts'
import type { AddressBook } from './address-book.ts'
import { mayBeChallenge } from './challenge-words.ts'
import { edgeWriter } from './packed-edges.ts'
import { pageMark } from './page-mark.ts'
import { pageReader } from './page-reader.ts'
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
}

/** Reads the body of an answer. Only bodies of addresses whose links are followed are worth handing in. */
export type ReadPage = (fetched: Fetched, reply: CrawlReply) => PageFindings

const NOTHING: PageFindings = { links: null, content: null, fragments: null, mark: null }
const PAGE_TYPE = /^\s*(?:text\/html|application\/xhtml\+xml)\b/i

/** A reader of pages that keeps its working memory from page to page. */
export function pageVisits(book: AddressBook, wantsFragments: boolean): ReadPage {
  const reader = pageReader(book, wantsFragments)
  const edges = edgeWriter()
  return ({ observation: { answer, hops }, body }, { type }) => {
    const isPage = body !== null && (type === undefined || PAGE_TYPE.test(type))
    if (answer.kind !== 'response' || !isPage) return NOTHING
    const { bytes } = body
    if (answer.status !== 200) {
      return { ...NOTHING, content: mayBeChallenge(bytes) ? deflateRawSync(bytes) : null }
    }
    const { records, signs, links, fragments } = reader.read(bytes, answer.address, type ?? null, edges.add)
    const refusesInTitle = hasTitleOfError(records)
    const isDoubtful = isSuspicious({ signs, links, refusesInTitle, isRedirected: hops.length > 0 })
    return {
      links: edges.take(),
      content: isDoubtful ? deflateRawSync(bytes) : null,
      fragments: fragments === null ? null : JSON.stringify(fragments),
      mark: pageMark(records),
    }
  }
}
