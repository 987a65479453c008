import type { Address } from '../core/address.ts'
import type { ReadForm } from './forms.ts'
import { namesAuthentication } from './forms/authentication-address.ts'
import { CONCEPTS } from './forms/concepts.ts'
import { chancesOf, modelFrom } from './forms/model.ts'
import { inkOf, type PageShape, shapeOf } from './forms/page-shape.ts'
import { wallFeatures } from './forms/wall-signs.ts'
import { WALL_WEIGHTS } from './forms/wall-weights.ts'
import type { Outline } from './outline.ts'
import type { Listing, Page } from './page.ts'
import { PHRASES } from './phrases.ts'

/** The classes of the wall model, in the order of its weights. */
export const WALL_CLASSES = ['wall', 'open'] as const

const MODEL = modelFrom(WALL_CLASSES, WALL_WEIGHTS)
/** Visible characters, white space apart, up to which a page is short. */
const SHORT = 600
/** A status query asks for a case number and a code: no account, no wall (domain.md §4). */
const CASE_QUERY = /受理(?:编?号|号码)|办件编号|查询码|业务编号|受理编码/
/** From this chance on a form is held to be the page. */
export const WALL_FROM = 0.4
/** How much nearer to a wall an address brings a page that names a login itself, as log odds: a light hint. */
export const ADDRESS_HINT = 1.5

/** A form that asks for an account, with what is known of it. */
export type AccountForm = ReadForm & { readonly type: 'login' | 'registration'; readonly parts: object }

/** The forms of a page that ask for an account. */
export const accountForms = (forms: readonly ReadForm[]): readonly AccountForm[] =>
  forms.filter(
    (form): form is AccountForm =>
      (form.type === 'login' || form.type === 'registration') && form.parts !== null,
  )

/** How likely a form is the page, 0–1. */
function chanceOf(form: AccountForm, shape: PageShape, outline: Outline, hinted: boolean): number {
  if (form.parts === null) return 0
  const [wall = 0] = chancesOf(MODEL, wallFeatures(shape, { ...form, parts: form.parts }, outline))
  const odds = (wall / (1 - wall)) * (hinted ? Math.exp(ADDRESS_HINT) : 1)
  return odds / (1 + odds)
}

/**
 * The words of a page that stops its reader: a login or registration form that is the page, or a short page that says
 * one must log in first. A header's login link or box is no wall (DESIGN §5.5). Null = no wall.
 */
export function wallOfPage(
  outline: Outline,
  address: Address,
  forms: readonly ReadForm[],
  listing: Listing,
): Page['wall'] {
  const { text, title } = outline
  const candidates = accountForms(forms)
  if (candidates.length > 0) {
    const shape = shapeOf(outline, forms, listing)
    const hinted = namesAuthentication(address)
    let best: { readonly form: AccountForm; readonly chance: number } | null = null
    for (const form of candidates) {
      const chance = chanceOf(form, shape, outline, hinted)
      if (chance >= WALL_FROM && chance > (best?.chance ?? 0)) best = { form, chance }
    }
    if (best !== null) {
      const { start, end, type } = best.form
      const quote = text.slice(start, Math.min(end, start + 400)).replace(/\s+/g, ' ').trim().slice(0, 60)
      return { quote: quote || title, sign: 'form', asks: type }
    }
  }
  if (text.length > SHORT * 20 || CASE_QUERY.test(text) || inkOf(text) > SHORT) return null
  if (listing.kind === 'entries' && listing.entries.length >= 3) return null
  const words = PHRASES.login.exec(text)
  if (words === null) return null
  const asksRegistration = CONCEPTS.registration.test(words[0]) && !CONCEPTS.login.test(words[0])
  return { quote: words[0], sign: 'words', asks: asksRegistration ? 'registration' : 'login' }
}
