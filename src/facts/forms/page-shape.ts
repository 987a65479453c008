import type { Outline } from '../outline.ts'
import type { Form, Listing } from '../page.ts'

/** What a page has around its forms, worked out once for all of them. */
export interface PageShape {
  /** How much the page says, in letters. */
  readonly size: number
  readonly title: string
  /** The first headings of the first two levels. */
  readonly headings: string
  readonly links: number
  readonly images: number
  readonly paragraphs: number
  /** Forms by what they are for. */
  readonly logins: number
  readonly registrations: number
  readonly searches: number
  readonly otherForms: number
  /** Rows of the page's list. */
  readonly rows: number
}

const MOST_HEADINGS = 3
const HEADING = new Set(['h1', 'h2'])
/** A paragraph that says so much is one of running text. */
const RUNNING = 80

/**
 * How much a text says: its letters and signs, white space apart; a character of Chinese, Japanese or Korean is two.
 * Counting ends beyond `most`.
 */
export const inkOf = (text: string, most = Number.POSITIVE_INFINITY): number => {
  let ink = 0
  for (let at = 0; at < text.length && ink <= most; at += 1) {
    const code = text.charCodeAt(at)
    if (code >= 0x2e80 && code !== 0x3000) ink += 2
    else if (code > 32 && code !== 160 && code !== 0x3000) ink += 1
  }
  return ink
}

const isRunning = (text: string, start: number, end: number): boolean =>
  end - start >= RUNNING / 2 && inkOf(text.slice(start, Math.min(end, start + RUNNING))) >= RUNNING

/** Counts what stands on a page beside its forms. */
export function shapeOf(outline: Outline, forms: readonly Pick<Form, 'type'>[], listing: Listing): PageShape {
  const headings: string[] = []
  let links = 0
  let images = 0
  let paragraphs = 0
  for (const { name, start, end } of outline.elements) {
    if (name === 'a') links += 1
    else if (name === 'img') images += 1
    else if (name === 'p' && isRunning(outline.text, start, end)) paragraphs += 1
    else if (HEADING.has(name) && end > start && headings.length < MOST_HEADINGS)
      headings.push(outline.text.slice(start, Math.min(end, start + 120)))
  }
  const count = (type: Form['type']): number => forms.filter((form) => form.type === type).length
  const [logins, registrations, searches] = [count('login'), count('registration'), count('search')]
  return {
    size: inkOf(outline.text),
    title: outline.title,
    headings: headings.join(' '),
    links,
    images,
    paragraphs,
    logins,
    registrations,
    searches,
    otherForms: forms.length - logins - registrations - searches - count('mailing-list'),
    rows: listing.kind === 'entries' ? listing.entries.length : 0,
  }
}
