import { deflateRawSync } from 'node:zlib'
import type { Fetched } from '../fetch/fetcher.ts'
import type { CrawlReply } from '../store/crawl-store.ts'
import type { AddressBook } from './address-book.ts'
import { mayBeChallenge } from './challenge-words.ts'
import { edgeWriter } from './packed-edges.ts'
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
}

/**
 * Reads the body of an answer; `onLink` is told of each number that is linked to. Only bodies of addresses whose links
 * are followed are worth handing in.
 */
export type ReadPage = (fetched: Fetched, reply: CrawlReply, onLink: (to: number) => void) => PageFindings

const NOTHING: PageFindings = { links: null, content: null, fragments: null }
const PAGE_TYPE = /^\s*(?:text\/html|application\/xhtml\+xml)\b/i

/** A reader of pages that keeps its working memory from page to page. */
export function pageVisits(book: AddressBook, wantsFragments: boolean): ReadPage {
  const reader = pageReader(book, wantsFragments)
  const edges = edgeWriter()
  return ({ observation: { answer, hops }, body }, { type }, onLink) => {
    const isPage = body !== null && (type === undefined || PAGE_TYPE.test(type))
    if (answer.kind !== 'response' || !isPage) return NOTHING
    const { bytes } = body
    if (answer.status !== 200) {
      return { ...NOTHING, content: mayBeChallenge(bytes) ? deflateRawSync(bytes) : null }
    }
    const { records, signs, links, fragments } = reader.read(
      bytes,
      answer.address,
      type ?? null,
      (to, line, kind) => {
        edges.add(to, line, kind)
        onLink(to)
      },
    )
    const refusesInTitle = hasTitleOfError(records)
    const isDoubtful = isSuspicious({ signs, links, refusesInTitle, isRedirected: hops.length > 0 })
    return {
      links: edges.take(),
      content: isDoubtful ? deflateRawSync(bytes) : null,
      fragments: fragments === null ? null : JSON.stringify(fragments),
    }
  }
}
