import type { Address } from '../core/address.ts'
import { namesAuthentication } from './forms/authentication-address.ts'
import { CONCEPTS } from './forms/concepts.ts'
import { modelFrom } from './forms/model.ts'
import { inkOf, shapeOf } from './forms/page-shape.ts'
import { asksForCase, WALL_CLASSES, WALL_FROM, wallChance, wallQuestion } from './forms/wall-chance.ts'
import { WALL_WEIGHTS } from './forms/wall-weights.ts'
import type { ReadForm } from './forms.ts'
import { type Outline, textOf } from './outline.ts'
import type { Listing, Page } from './page.ts'
import { PHRASES } from './phrases.ts'

type Wall = NonNullable<Page['wall']>

const MODEL = modelFrom(WALL_CLASSES, WALL_WEIGHTS)
/** What a page says at most (letters; a Chinese character is two) whose words alone make it a wall. */
const SHORT = 1200
/** Rows from which on a page is a list, whatever box stands beside it. */
const LIST_ROWS = 3
const QUOTE = 60

/** The form that is the page, the likeliest one; null when none is. */
function formWall(
  outline: Outline,
  address: Address,
  forms: readonly ReadForm[],
  listing: Listing,
): Wall | null {
  const asking = forms.filter((form) => form.type === 'login' || form.type === 'registration')
  if (asking.length === 0) return null
  const shape = shapeOf(outline, forms, listing)
  const hinted = namesAuthentication(address)
  let found: Wall | null = null
  let best = WALL_FROM
  for (const { type, confidence, parts, start, end } of asking) {
    if (parts === null || (type !== 'login' && type !== 'registration')) continue
    const question = wallQuestion(shape, { type, confidence, parts }, outline)
    if (!question.named && asksForCase(outline.text)) continue
    const chance = wallChance(MODEL, question, hinted)
    if (chance < best) continue
    best = chance
    const words = textOf(outline, { start, end: Math.min(end, start + 10 * QUOTE) })
    found = { quote: words.slice(0, QUOTE) || outline.title, sign: 'form', asks: type }
  }
  return found
}

/** The words of a short page by which it asks its reader to log in or register first. */
function wordsWall({ text }: Outline): Wall | null {
  if (text.length > SHORT * 20 || inkOf(text, SHORT) > SHORT || asksForCase(text)) return null
  const words = PHRASES.login.exec(text)?.[0]
  if (words === undefined) return null
  const asksRegistration = CONCEPTS.registration.test(words) && !CONCEPTS.login.test(words)
  return { quote: words, sign: 'words', asks: asksRegistration ? 'registration' : 'login' }
}

/**
 * The words of a page that stops its reader: a login or registration form that is the page, or a short page that says
 * one must log in first. A header's login link or box is no wall, and no list of dated rows is one (DESIGN §5.5).
 * Null = no wall.
 */
export function wallOfPage(
  outline: Outline,
  address: Address,
  forms: readonly ReadForm[],
  listing: Listing,
): Page['wall'] {
  const isList = listing.kind === 'entries' && listing.entries.length >= LIST_ROWS
  const isDated = isList && listing.newest !== null
  return (isDated ? null : formWall(outline, address, forms, listing)) ?? (isList ? null : wordsWall(outline))
}
