import { decodeHTMLAttribute } from 'entities'
import { type LinkTarget, parseAddress } from '../core/address.ts'
import { withEncodedQuery } from '../core/query-encoding.ts'
import { bytesOf, byteText, isAscii } from './byte-text.ts'
import { cssText } from './css-text.ts'
import { LINK_KINDS } from './link-kinds.ts'
import type { LinkRecords } from './link-records.ts'
import { unmarked } from './references.ts'

/** Names of a page's charset as TextDecoder calls them; asked for only where a link is not plain ASCII. */
export type CharsetOf = () => string

/** U+FEFF inside of a page is a letter like any other. */
const decoded = (bytes: Uint8Array | null, text: string, charset: CharsetOf): string =>
  bytes === null ? text : new TextDecoder(charset(), { ignoreBOM: true }).decode(bytes)

/** Zero bytes are U+FFFD, in attributes as in styles (HTML §13.2.5.36, CSS Syntax §3.3). */
const withoutZero = (text: string): string => (text.includes('\0') ? text.replaceAll('\0', '\ufffd') : text)

const resolved = (text: string): string => (text.includes('&') ? decodeHTMLAttribute(text) : text)

const withCharset = (text: string, charset: CharsetOf): string =>
  isAscii(text) ? text : withEncodedQuery(text, charset())

const isOfStyle = (kind: number): boolean => LINK_KINDS[kind]?.name === 'style'

/** The value of a link as its author meant it: decoded, with character references and escapes resolved. */
export function linkText(records: LinkRecords, place: number, charset: CharsetOf): string {
  const composed = records.texts.get(place)
  if (composed !== undefined)
    return unmarked(isAscii(composed) ? composed : decoded(bytesOf(composed), composed, charset))
  const [start = 0, end = 0] = [records.start[place], records.end[place]]
  const raw = byteText(records.bytes, start, end)
  const text = withoutZero(isAscii(raw) ? raw : decoded(records.bytes.subarray(start, end), raw, charset))
  return isOfStyle(records.kind[place] ?? 0) ? cssText(text) : resolved(text)
}

/** The text of the page's first base element; null without one. */
export function baseText(records: LinkRecords, charset: CharsetOf): string | null {
  const { bytes, baseStart, baseEnd } = records
  if (baseEnd < 0) return null
  const raw = byteText(bytes, baseStart, baseEnd)
  return resolved(withoutZero(isAscii(raw) ? raw : decoded(bytes.subarray(baseStart, baseEnd), raw, charset)))
}

/**
 * Where the links of a page start from: its first base element, else its own address. One that cannot be read, `data:`
 * and `javascript:` do not count (HTML §4.2.3, set the frozen base URL); from any other scheme than http no relative link
 * leads anywhere.
 */
export function baseAddress(records: LinkRecords, address: string, charset: CharsetOf): string {
  const text = baseText(records, charset)
  if (text === null || text.trim() === '') return address
  const parsed = parseAddress(withCharset(text, charset), address)
  if (parsed.ok) return parsed.address
  if (parsed.reason !== 'not-http' && parsed.reason !== 'credentials') return address
  const { protocol, href } = new URL(text, address)
  return protocol === 'data:' || protocol === 'javascript:' ? address : href
}

/** An address as it stands on a page, relative to `base`, its query in the page's charset as browsers write it. */
export function targetOf(text: string, base: string, charset: CharsetOf): LinkTarget {
  const parsed = parseAddress(withCharset(text, charset), base)
  return parsed.ok ? parsed : { ok: false, reason: parsed.reason }
}
