/** What browsers read as a page whatever its bytes are. */
const PAGE = /^\s*(?:text\/html|application\/xhtml\+xml)\b/i
/** What browsers take for no type at all, so that the bytes decide (MIME Sniffing §5.1, §7). */
const NO_TYPE = /^\s*(?:$|unknown\/unknown|application\/unknown|\*\/\*|[^/]*$)/i
const XML = /^\s*(?:text|application)\/xml\b/i
const XHTML = /xmlns\s*=\s*["']http:\/\/www\.w3\.org\/1999\/xhtml["']/
const LOOKED_AT = 1_024

const headOf = (bytes: Uint8Array): string => new TextDecoder('latin1').decode(bytes.subarray(0, LOOKED_AT))

/**
 * As what a body's links are read: its Content-Type, that of XHTML for XML whose root says so, that of HTML for a body
 * without a type that begins with a tag; null for what shows no links. A download is no page.
 */
export function pageType(
  bytes: Uint8Array,
  { 'content-type': type, 'content-disposition': disposition = '' }: Readonly<Record<string, string>>,
): string | null {
  if (/^\s*attachment\b/i.test(disposition)) return null
  if (type !== undefined && PAGE.test(type)) return type
  if (type === undefined || NO_TYPE.test(type)) {
    return /^(?:\u00ef\u00bb\u00bf)?\s*<[a-z!]/i.test(headOf(bytes)) ? 'text/html' : null
  }
  return XML.test(type) && XHTML.test(headOf(bytes)) ? type.replace(XML, 'application/xhtml+xml') : null
}
