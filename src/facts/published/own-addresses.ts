import type { Address } from '../../core/address.ts'
import { type Outline, textOf } from '../outline.ts'
import type { Survey } from './survey.ts'

/** An address that a page calls its own, and how sure it is that it is (0–1). */
export interface OwnAddress {
  readonly address: string
  readonly sureness: number
}

const META =
  /^(?:og|twitter|al:\w+|sailthru|parsely|dc|dcterms|page)[:.-]?(?:url|link|identifier)$|^identifier$/
/** A link of the head to another form of the page: for machines, for small screens, its comments as a feed. */
const FORMS = /^(?:canonical|shortlink|amphtml|alternate)$/
const ENCODED = /[?&](?:u|url|link|href|text|body|status|canonicalurl)=[^&]*?(https?(?::|%3a)[^&\s]*)/i
const OWN_IN_DATA =
  /"(?:mainEntityOfPage|canonical_?url|permalink)"\s*:\s*(?:\{[^{}]{0,120}?"@id"\s*:\s*)?"([^"\s]{8,400})"/i

const MOST_SHARES = 40
const SHORTEST_TITLE = 6
/** A page's picture was uploaded for it, or was there before: a sign where nothing better is. */
const BY_IMAGE = 0.55

function decoded(address: string): string {
  try {
    return decodeURIComponent(address)
  } catch {
    return address
  }
}

const innerOf = (href: string): string | null => {
  const inner = ENCODED.exec(href.slice(0, 600))?.[1]
  return inner === undefined ? null : decoded(inner)
}

/** What the links for sharing agree on: on a page that lists articles each has its own. */
function sharedAddress({ shares }: Survey, outline: Outline): string | null {
  const shared = new Set<string>()
  for (const { attributes } of shares.slice(0, MOST_SHARES)) {
    const inner = attributes.href === undefined ? null : innerOf(attributes.href)
    if (inner !== null) shared.add(inner.replace(/^https?:|[?#\s].*$/g, ''))
  }
  const marks = shares.filter(({ attributes }) => attributes.rel === 'bookmark')
  const kept = marks.find((one) => {
    const words = textOf(outline, one).trim()
    return words.length >= SHORTEST_TITLE && outline.title.includes(words)
  })
  if (kept?.attributes.href !== undefined) return kept.attributes.href
  return shared.size === 1 ? ([...shared][0] ?? null) : null
}

/**
 * The addresses that a page calls its own, the surest first: that of the visit, its canonical link and og:url, its other
 * forms, what its data and its links for sharing name.
 */
export function ownAddresses(outline: Outline, survey: Survey, address: Address): readonly OwnAddress[] {
  const own: OwnAddress[] = [{ address, sureness: 1 }]
  const add = (one: string | null | undefined, sureness: number): void => {
    if (one !== undefined && one !== null && one !== '') own.push({ address: one, sureness })
  }
  for (const { attributes } of survey.links) {
    const rel = attributes.rel?.toLowerCase() ?? ''
    const href = attributes.href ?? ''
    if (FORMS.test(rel)) add(innerOf(href) ?? href, rel === 'canonical' ? 1 : 0.8)
  }
  for (const { attributes } of survey.metas) {
    const key = (attributes.property ?? attributes.name)?.toLowerCase()
    if (key !== undefined && META.test(key)) add(attributes.content, key === 'og:url' ? 1 : 0.8)
  }
  add(OWN_IN_DATA.exec(outline.scripts)?.[1]?.replaceAll('\\/', '/'), 0.9)
  add(sharedAddress(survey, outline), 0.8)
  add(survey.metas.find(({ attributes }) => attributes.property === 'og:image')?.attributes.content, BY_IMAGE)
  return own.sort((a, b) => b.sureness - a.sureness)
}
