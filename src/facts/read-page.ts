import type { Address } from '../core/address.ts'
import type { Day } from '../core/day.ts'
import { decode, queryCharset } from './decode.ts'
import { feedOf } from './feed.ts'
import { formsOf } from './forms.ts'
import { jumpOf } from './jump.ts'
import { asideOf } from './kinds/aside.ts'
import { embeddedIn } from './kinds/embedded.ts'
import { hasFurtherPages } from './kinds/further-pages.ts'
import { linesOf } from './kinds/lines.ts'
import { languageOf } from './language.ts'
import { linksOf } from './links.ts'
import { listingOf, listOf } from './listing.ts'
import { callsOf } from './log/calls.ts'
import { lineOf } from './markup/fold-space.ts'
import { mentionsOf } from './mentions.ts'
import { outlineOf } from './outline.ts'
import type { Page } from './page.ts'
import { kindOf } from './page-kind.ts'
import { datesOfPage } from './published/page-dates.ts'
import { searchFormOf } from './search/search-form.ts'
import { wallOfPage } from './wall-of-page.ts'
import { writtenLinks } from './written-links.ts'

/** A body as it came, and what is known of its visit. */
export interface PageInput {
  readonly bytes: Uint8Array
  /** The Content-Type header; null when there was none. */
  readonly contentType: string | null
  /** Where the redirects ended. */
  readonly address: Address
  /** The day of the visit: dates after it are not publication dates. */
  readonly observedOn: Day
  /** The HTTP status that the body came with, where it is known: an error status makes an error page. */
  readonly status?: number
}

/** Everything that can be read from one body. A pure function; never throws, whatever the bytes are. */
export function readPage({ bytes, contentType, address, observedOn, status }: PageInput): Page {
  const { pieces, charset } = decode(bytes, contentType)
  const outline = outlineOf(pieces)
  const written = writtenLinks(bytes, contentType, address, charset.name)
  let queries: string | null = written.isWide ? 'utf-8' : null
  const placed = linksOf(outline, written, () => {
    queries ??= queryCharset(bytes, contentType, charset.name)
    return queries
  })
  const lines = linesOf(outline)
  const { base } = written
  const feed = feedOf(pieces, address, observedOn)
  const listing =
    feed === null
      ? listOf(outline, placed, lines, base, observedOn)
      : feed.entries.length > 0
        ? listingOf(feed.entries)
        : ({ kind: 'empty', quote: feed.title } as const)
  const forms = formsOf(outline)
  const wall = wallOfPage(outline, address, forms, listing)
  const isAside = asideOf(outline)
  const path = new URL(address).pathname
  const { kind, evidence } = kindOf({
    outline,
    lines,
    title: outline.title,
    forms,
    listing,
    wall,
    pieces,
    path,
    status: status ?? null,
  })
  return {
    address,
    charset,
    title: feed?.title ?? outline.title,
    language: languageOf(feed === null ? outline.text : feed.entries.map(({ title }) => title).join(' ')),
    text: lines.map(({ start, end }) => lineOf(outline.text, start, end)).join('\n'),
    kind,
    signs: evidence.map((one) => one.quote),
    evidence,
    links: placed.map(({ href, target, text, index }) => ({ href, target, text, aside: isAside(index) })),
    mentions: mentionsOf(outline),
    listing,
    furtherPages: hasFurtherPages(outline),
    embedded: embeddedIn(outline, isAside),
    ...datesOfPage(outline, address, observedOn),
    forms: forms.map(({ type, confidence, loose, action, fields }) => ({
      type,
      confidence,
      loose,
      action,
      fields,
    })),
    search: searchFormOf(outline, forms, isAside, { address, base, charset: charset.name }),
    ...callsOf(outline, base),
    jump: jumpOf(outline, address, base),
    wall,
  }
}
