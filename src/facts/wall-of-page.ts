import type { ReadForm } from './forms.ts'
import type { Outline } from './outline.ts'
import type { Listing, Page } from './page.ts'
import { PHRASES } from './phrases.ts'

/** Visible characters, white space apart, up to which a page is short. */
const SHORT = 600
/** A login form whose page says in its title that it is one may have so many words beside it: header, help, footer. */
const BESIDE_TITLED = 600
/** A login form on a page that does not call itself one is the page only if there is next to nothing beside it. */
const BESIDE_UNTITLED = 150
/** A status query asks for a case number and a code: no account, no wall (domain.md §4). */
const CASE_QUERY = /受理(?:编?号|号码)|办件编号|查询码|业务编号|受理编码/
const TITLED = /登录|登陆|注册|认证|log\s?in|sign\s?in|sign\s?up|register/i

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
  const hasOtherUse = forms.some(
    (one) => one.passwords === 0 && one.type === 'other' && one.fields.length > 0,
  )
  if (form !== undefined && !CASE_QUERY.test(text.slice(form.start, form.end))) {
    const isWholePage = form.start === 0 && form.end === text.length
    const beside = isWholePage ? size(text) : size(text) - size(text.slice(form.start, form.end))
    const isThePage = TITLED.test(title) ? beside <= BESIDE_TITLED : beside <= BESIDE_UNTITLED && !hasOtherUse
    if (isThePage) {
      const quote = text.slice(form.start, form.end).replace(/\s+/g, ' ').trim().slice(0, 60) || title
      return { quote, sign: 'form' }
    }
  }
  if (size(text) > SHORT || CASE_QUERY.test(text)) return null
  const words = PHRASES.login.exec(text)
  return words === null ? null : { quote: words[0], sign: 'words' }
}
