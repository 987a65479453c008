import type { ReadForm } from './forms.ts'
import type { Outline } from './outline.ts'
import type { Listing, Page } from './page.ts'
import { PHRASES } from './phrases.ts'

/** Visible characters, white space apart, up to which a page is short. */
const SHORT = 600
/** A login form stands in a corner of a page that has more words than this beside it. */
const BESIDE_FORM = 400
/** A status query asks for a case number and a code: no account, no wall (domain.md §4). */
const CASE_QUERY = /受理(?:编?号|号码)|办件编号|查询码|业务编号|受理编码/

const size = (text: string): number => text.replace(/\s/g, '').length

/**
 * The words of a page that stops its reader: a login or registration form that is the page, or a short page that says
 * one must log in first. A header's login link or box is no wall (DESIGN §5.5). Null = no wall.
 */
export function wallOfPage(
  outline: Outline,
  title: string,
  forms: readonly ReadForm[],
  listing: Listing,
): Page['wall'] {
  if (listing.kind === 'entries' && listing.entries.length >= 3) return null
  const text = outline.text
  const form = forms.find((one) => one.passwords > 0)
  if (form !== undefined) {
    const beside = size(text) - size(text.slice(form.start, form.end))
    const isWholePage = form.start === 0 && form.end === text.length
    const small = isWholePage ? size(text) <= SHORT : beside <= BESIDE_FORM
    if (small && !CASE_QUERY.test(text.slice(form.start, form.end))) {
      const quote = text.slice(form.start, form.end).replace(/\s+/g, ' ').trim().slice(0, 60) || title
      return { quote, sign: 'form' }
    }
  }
  if (size(text) > SHORT || CASE_QUERY.test(text)) return null
  const words = PHRASES.login.exec(text)
  return words === null ? null : { quote: words[0], sign: 'words' }
}
