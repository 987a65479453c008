import type { ReadForm } from './forms.ts'
import { type Traits, traitsOf } from './kinds/error-features.ts'
import { errorKind, errorScore, kindOfStatus, mayBeError } from './kinds/error-page.ts'
import { isHome } from './kinds/home.ts'
import { bareWidth, type Line } from './kinds/lines.ts'
import { shutOf } from './kinds/shut-site.ts'
import { challengeIn } from './kinds/signatures.ts'
import type { Outline } from './outline.ts'
import type { KindSign, Listing, Page, PageKind } from './page.ts'
import { PHRASES } from './phrases.ts'

/** What the kind of a page is decided from. */
export interface KindInput {
  readonly outline: Outline
  readonly lines: readonly Line[]
  readonly title: string
  readonly forms: readonly ReadForm[]
  readonly listing: Listing
  readonly wall: Page['wall']
  /** The page as it was sent, decoded: parts of one text. */
  readonly pieces: readonly string[]
  readonly path: string
  /** The HTTP status; null where it is not known. */
  readonly status: number | null
}

/** A kind, and what decided it: the most telling sign first. */
export interface DecidedKind {
  readonly kind: PageKind
  readonly evidence: readonly KindSign[]
}

/** So many dated entries outside menus are a list that somebody keeps: no server writes them on an error page. */
const REAL_LIST = 3

const hasRealList = (listing: Listing): boolean =>
  listing.kind === 'entries' && listing.entries.filter((entry) => entry.date !== null).length >= REAL_LIST

const decided = (kind: PageKind, sign: string, quote: string): DecidedKind => ({
  kind,
  evidence: [{ sign, quote }],
})

const wallKind = (input: KindInput, wall: NonNullable<Page['wall']>): DecidedKind => {
  const main = input.forms.find((form) => form.type === 'registration' || form.type === 'login')
  const registers = main === undefined ? PHRASES.registration.test(input.title) : main.type === 'registration'
  return decided(registers ? 'registration' : 'login', `wall-${wall.sign}`, wall.quote)
}

function errorOf(traits: Traits): DecidedKind | null {
  if (traits.signs.length === 0 || errorScore(traits) <= 0) return null
  return { kind: errorKind(traits), evidence: traits.signs }
}

/** The kind of a body that came with an error status: a gateway's or a firewall's own words come before the number. */
function answeredWith(status: number, traits: Traits | null): DecidedKind {
  const said = traits === null ? null : errorOf(traits)
  if (said?.kind === 'blocked' || said?.kind === 'maintenance') return said
  return {
    kind: kindOfStatus(status, traits?.refusals ?? []),
    evidence: [{ sign: 'http-status', quote: String(status) }, ...(said?.evidence ?? [])],
  }
}

/** A page that has something else to say than its address promises; null for every other. */
function refusalOf(input: KindInput): DecidedKind | null {
  const { outline, lines, title, listing, wall, pieces, status } = input
  const challenge = challengeIn(pieces, bareWidth(lines), outline.elements.length)
  if (challenge !== null) return decided('blocked', 'challenge', challenge)
  const isError = status !== null && status >= 400
  if (hasRealList(listing) && !isError) return null
  const readsAll = isError || wall !== null
  const traits = traitsOf(outline, title, lines, listing, (values) => readsAll || mayBeError(values))
  if (isError) return answeredWith(status, traits)
  if (traits === null) return null
  const shut = shutOf(outline, title, lines)
  if (shut !== null) return decided(shut.kind, shut.kind, shut.quote)
  if (wall !== null && traits.status === null) return wallKind(input, wall)
  return errorOf(traits)
}

/** What kind of page this is, by its own words and shape, and what decided it (DESIGN §5.4–5.6). */
export function kindOf(input: KindInput): DecidedKind {
  const { listing, lines, wall } = input
  const refusal = refusalOf(input)
  if (refusal !== null) return refusal
  if (wall !== null) return wallKind(input, wall)
  const home = isHome(input.path, input.title)
  if (home && (listing.kind === 'entries' || listing.kind === 'none') && lines.length > 0)
    return { kind: 'home', evidence: [] }
  if (listing.kind === 'entries') return { kind: 'list', evidence: [] }
  if (listing.kind === 'unread') return decided('script-rendered', 'script', listing.sign)
  if (listing.kind === 'empty') {
    const isPlaceholder = PHRASES.placeholder.test(listing.quote)
    return decided(isPlaceholder ? 'placeholder' : 'list', 'no-entries', listing.quote)
  }
  return { kind: lines.length === 0 ? 'empty' : 'content', evidence: [] }
}
