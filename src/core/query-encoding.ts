import { legacyEncoder } from './legacy-encoder.ts'

/** Bytes of ASCII that a query does not hold as they are (URL Standard §1.3, special-query percent-encode set). */
const NOT_IN_QUERY = new Set([0x22, 0x23, 0x27, 0x3c, 0x3e])

/** Most legacy characters end with a byte that is a letter of ASCII, and such a byte stays as it is. */
const written = (byte: number): string =>
  byte <= 0x20 || byte > 0x7e || NOT_IN_QUERY.has(byte)
    ? `%${byte.toString(16).toUpperCase().padStart(2, '0')}`
    : String.fromCharCode(byte)

/** Whether browsers write queries of such a page in UTF-8 (Encoding Standard, "get an output encoding"). */
const isUnicode = (charset: string): boolean => /^utf-/i.test(charset)

/**
 * The query of an address as browsers send it from a page of this charset (URL Standard §1.3, percent-encode after
 * encoding): what is not ASCII in the page's own bytes, `&#…;` percent-encoded for what the charset does not have.
 * `charset` as TextDecoder calls it. Throws RangeError for a charset that the platform does not know.
 */
export function encodeQuery(query: string, charset: string): string {
  if (isUnicode(charset) || !/[^\u0000-\u007f]/.test(query)) return query
  const encode = legacyEncoder(charset)
  return query.replace(/[^\u0000-\u007f]/gu, (character) => {
    const bytes = encode(character)
    return bytes === null ? `%26%23${character.codePointAt(0)}%3B` : bytes.map(written).join('')
  })
}

/** An address as it is written on a page of this charset, with its query encoded as browsers do. */
export function withEncodedQuery(text: string, charset: string): string {
  if (isUnicode(charset)) return text
  const [, path = '', query = '', fragment = ''] = /^([^?#]*)(\?[^#]*)?(#.*)?$/s.exec(text) ?? []
  return query === '' ? text : path + encodeQuery(query, charset) + fragment
}
