import { decode } from '../facts/decode.ts'
import { LEXICON } from '../facts/kinds/words/lexicon.ts'
import { PHRASES } from '../facts/phrases.ts'

/** What a page says or does that shows nothing: its script alone speaks to the reader. */
export interface ScriptOnly {
  readonly kind: 'soft-404' | 'wall' | 'blocked'
  readonly quote: string
}

/** What a reader is told in a window of its own. */
const ALERT = /\balert\s*\(\s*(["'])([^"'\\]{2,80})\1/
const SETS_COOKIE = /\bdocument\s*\.\s*cookie\s*=/
/** Loading the same page again. */
const COMES_BACK =
  /\blocation\s*\.\s*reload\s*\(|\blocation(?:\s*\.\s*href)?\s*=\s*(?:window\s*\.\s*|document\s*\.\s*|self\s*\.\s*)?location\b|\blocation\s*\.\s*replace\s*\(\s*(?:window\s*\.\s*)?location\b/
/** An alert after which the reader is sent away: it stands in for the page. */
const SENDS_AWAY =
  /\balert\s*\([^()]*\)\s*[;,]?\s*(?:(?:window|self|top|parent|document)\s*\.\s*)?(?:history|location|close|opener)\b/
const MISSING = LEXICON.find(([refusal]) => refusal === 'missing')?.[1]
/** More characters than “please wait” are a page of its own. */
const LITTLE = 40

/**
 * Reads a page that shows nothing: an alert that refuses or asks to log in, or a cookie that is set before the page is
 * loaded again, which is how firewalls try whether a browser asks. Null for any other. `text`: what it shows.
 */
export function scriptOnly(bytes: Uint8Array, contentType: string | null, text: string): ScriptOnly | null {
  if (text.trim().length > LITTLE) return null
  const source = decode(bytes, contentType).pieces.join('')
  const cookie = SETS_COOKIE.exec(source)
  if (cookie !== null && COMES_BACK.test(source)) return { kind: 'blocked', quote: cookie[0] }
  const said = ALERT.exec(source)?.[2]
  if (said === undefined || text.trim() !== '') return null
  if (PHRASES.login.test(said)) return { kind: 'wall', quote: said }
  const isMissing = PHRASES.notFound.test(said) || (SENDS_AWAY.test(source) && MISSING?.test(said) === true)
  return isMissing ? { kind: 'soft-404', quote: said } : null
}
