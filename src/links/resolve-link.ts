import { decodeHTMLAttribute } from 'entities'
import { type LinkTarget, parseAddress } from '../core/address.ts'
import { withEncodedQuery } from '../core/query-encoding.ts'
import { bytesOf, byteText, isAscii } from './byte-text.ts'
import { cssText } from './css-text.ts'
import { LINK_KINDS } from './link-kinds.ts'
import type { LinkRecords } from './link-records.ts'

/** Names of a page's charset as TextDecoder calls them; asked for only where a link is not plain ASCII. */
export type CharsetOf = () => string

const decoded = (bytes: Uint8Array | null, text: string, charset: CharsetOf): string =>
  bytes === null ? text : new TextDecoder(charset()).decode(bytes)

const resolved = (text: string): string => (text.includes('&') ? decodeHTMLAttribute(text) : text)

const isOfStyle = (kind: number): boolean => LINK_KINDS[kind]?.name === 'style'

/** The value of a link as its author meant it: decoded, with character references and escapes resolved. */
export function linkText(records: LinkRecords, place: number, charset: CharsetOf): string {
  const composed = records.texts.get(place)
  if (composed !== undefined)
    return isAscii(composed) ? composed : decoded(bytesOf(composed), composed, charset)
  const [start = 0, end = 0] = [records.start[place], records.end[place]]
  const raw = byteText(records.bytes, start, end)
  const text = isAscii(raw) ? raw : decoded(records.bytes.subarray(start, end), raw, charset)
  return isOfStyle(records.kind[place] ?? 0) ? cssText(text) : resolved(text)
}

/** The text of the page's first base element; null without one. */
export function baseText(records: LinkRecords, charset: CharsetOf): string | null {
  const { bytes, baseStart, baseEnd } = records
  if (baseEnd < 0) return null
  const raw = byteText(bytes, baseStart, baseEnd)
  return resolved(isAscii(raw) ? raw : decoded(bytes.subarray(baseStart, baseEnd), raw, charset))
}

/** Where the links of a page start from: its first base element if that is an address, else its own address. */
export function baseAddress(records: LinkRecords, address: string, charset: CharsetOf): string {
  const text = baseText(records, charset)
  if (text === null) return address
  const parsed = parseAddress(text, address)
  return parsed.ok ? parsed.address : address
}

/** An address as it stands on a page, relative to `base`, its query in the page's charset as browsers write it. */
export function targetOf(text: string, base: string, charset: CharsetOf): LinkTarget {
  const parsed = parseAddress(isAscii(text) ? text : withEncodedQuery(text, charset()), base)
  return parsed.ok ? parsed : { ok: false, reason: parsed.reason }
}
