import { hostOf } from '../core/address.ts'
import type { Link, Page } from '../facts/page.ts'
import type { FactsLine } from './facts-shape.ts'
import type { ManifestPage } from './manifest.ts'

/** Endings of addresses that hold a document, an archive, a picture or a recording, not a page. */
const DOWNLOAD =
  /\.(?:docx?|xlsx?|pptx?|pdf|ofd|wps|et|dps|rtf|csv|txt|zip|rar|7z|gz|tar|jpe?g|png|gif|bmp|webp|svg|mp[34]|avi|wmv|flv|mov|exe|apk)$/i

/** The links of a page: within its host, to others, to files; and those that lead nowhere. */
function linksByKind(links: readonly Link[], host: string): FactsLine['links'] {
  const internal: FactsLine['links']['internal'][number][] = []
  const external: typeof internal = []
  const download: typeof internal = []
  const malformed: FactsLine['links']['malformed'][number][] = []
  for (const { href, target, text } of links) {
    if (!target.ok) {
      malformed.push({ href, text, reason: target.reason })
      continue
    }
    const { pathname, host: to } = new URL(target.address)
    const kind = DOWNLOAD.test(pathname) ? download : to === host ? internal : external
    kind.push({ address: `${target.address}${target.fragment}`, text })
  }
  return { internal, external, download, malformed }
}

/** What is known of a body beside what stands in it. */
export interface BodyFacts extends Omit<ManifestPage, 'contentType' | 'address'> {
  /** Milliseconds since 1970-01-01 UTC. */
  readonly observedAt: number
  /** Read of the body. */
  readonly bytes: number
  /** Whether there was more than is read of a body. */
  readonly truncated: boolean
}

/** Everything that is read from a page, as one line of `portal-audit facts`; version 1 of `facts.schema.json`. */
export function factsLine(page: Page, body: BodyFacts): FactsLine {
  const { listing } = page
  return {
    version: 1,
    file: body.file,
    url: body.url,
    status: body.status,
    observedAt: new Date(body.observedAt).toISOString(),
    bytes: body.bytes,
    truncated: body.truncated,
    charset: page.charset,
    title: page.title,
    language: page.language,
    kind: page.kind,
    signs: page.evidence,
    published: page.published,
    written: page.written,
    modified: page.modified,
    candidates: page.candidates,
    list: listing.kind,
    entries:
      listing.kind === 'entries'
        ? listing.entries.map(({ title, address, date }) => ({ title, address, date }))
        : [],
    newest: listing.kind === 'entries' ? listing.newest : null,
    forms: page.forms,
    wall: page.wall,
    jump: page.jump,
    links: linksByKind(page.links, hostOf(page.address)),
  }
}
