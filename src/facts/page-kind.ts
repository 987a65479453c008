import type { ReadForm } from './forms.ts'
import { type Outline, textOf } from './outline.ts'
import type { Listing, Page, PageKind } from './page.ts'
import { PHRASES } from './phrases.ts'

/** What the kind of a page is decided from. */
export interface KindInput {
  readonly outline: Outline
  readonly title: string
  readonly forms: readonly ReadForm[]
  readonly listing: Listing
  readonly wall: Page['wall']
  readonly html: string
  readonly path: string
}

/** Visible characters up to which refusal wording anywhere in the text decides; beyond, only a title or heading does. */
const SHORT = 500

const REFUSALS: readonly (readonly [PageKind, RegExp])[] = [
  ['blocked', PHRASES.blocked],
  ['not-filed', PHRASES.notFiled],
  ['parked', PHRASES.parked],
  ['not-found', PHRASES.notFound],
  ['server-error', PHRASES.serverError],
  ['maintenance', PHRASES.maintenance],
]

/** Scripts of bot checks, which leave no visible words behind. */
const CHALLENGE = /__jsl_clearance|__jsluid|\$_ts\b|acw_sc__v2|cf-mitigated|_cf_chl_opt|<!--\s*event[_ ]id/i

const headingsOf = (outline: Outline): readonly string[] =>
  outline.elements.filter((element) => element.name === 'h1').map((element) => textOf(outline, element))

const ABOUT = /[“”"「」《》？?]|怎么|如何|为什么|什么|关于|解答|通知|\b(?:what|how|why|about|when)\b/i
const FILLER = /[\s\d!！。,，.:：…]|error|错误|提示|抱歉|对不起|sorry|oops/gi

/** Only a heading that is nothing but the refusal is one: a page about error 404 has more to say. */
const isRefusal = (heading: string, pattern: RegExp): boolean =>
  !ABOUT.test(heading) &&
  heading.split(/[-_|–—]/).some((part) => {
    const match = pattern.exec(part)
    return match !== null && part.replace(match[0], '').replace(FILLER, '').length <= 6
  })

/** What kind of page this is, by its own words and shape, and the words that decided it (DESIGN §5.4–5.6). */
export function kindOf(input: KindInput): { readonly kind: PageKind; readonly signs: readonly string[] } {
  const { outline, title, listing, wall } = input
  const visible = outline.text.replace(/\s+/g, ' ').trim()
  const size = visible.replace(/\s/g, '').length
  const challenge = CHALLENGE.exec(input.html)
  if (challenge !== null && size < SHORT) return { kind: 'blocked', signs: [challenge[0]] }
  const hasList = listing.kind === 'entries' && listing.entries.length >= 3
  const headings = headingsOf(outline)
  for (const [kind, pattern] of REFUSALS) {
    if (hasList) break
    const words = size <= SHORT ? pattern.exec(visible) : null
    const headline = [title, ...headings].find((heading) => isRefusal(heading, pattern))
    const strong = size <= 3 * SHORT && headline !== undefined ? headline : null
    const sign = words?.[0] ?? strong
    if (sign !== null && sign !== undefined) return { kind, signs: [sign] }
  }
  if (wall !== null) {
    const isRegistration =
      input.forms.some((form) => form.type === 'registration') || PHRASES.registration.test(title)
    return { kind: isRegistration ? 'registration' : 'login', signs: [wall.quote] }
  }
  if (listing.kind === 'entries') return { kind: 'list', signs: [] }
  if (listing.kind === 'unread') return { kind: 'script-rendered', signs: [listing.sign] }
  if (listing.kind === 'empty') {
    const isPlaceholder = PHRASES.placeholder.test(listing.quote)
    return { kind: isPlaceholder ? 'placeholder' : 'list', signs: [listing.quote] }
  }
  if (size === 0) return { kind: 'empty', signs: [] }
  return { kind: input.path === '/' ? 'home' : 'content', signs: [] }
}
