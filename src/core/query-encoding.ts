type Encoder = (character: string) => string | null

const percent = (bytes: readonly number[]): string =>
  bytes.map((byte) => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`).join('')

/** The bytes of each character of a legacy encoding: what its decoder makes of one byte, and of two. */
function tableOf(charset: string): ReadonlyMap<string, string> {
  const decoder = new TextDecoder(charset)
  const table = new Map<string, string>()
  const enter = (bytes: readonly number[]): void => {
    const text = decoder.decode(Uint8Array.from(bytes))
    const isOne = [...text].length === 1 && text !== '\ufffd'
    if (isOne && text.charCodeAt(0) > 0x7f && !table.has(text)) table.set(text, percent(bytes))
  }
  for (let lead = 0x80; lead <= 0xff; lead += 1) enter([lead])
  for (let lead = 0x81; lead <= 0xfe; lead += 1) {
    for (let trail = 0x40; trail <= 0xfe; trail += 1) enter([lead, trail])
  }
  return table
}

const encoders = new Map<string, Encoder>()

function encoderFor(charset: string): Encoder {
  const known = encoders.get(charset)
  if (known !== undefined) return known
  const table = tableOf(charset)
  const encoder: Encoder = (character) => table.get(character) ?? null
  encoders.set(charset, encoder)
  return encoder
}

/** Whether browsers write queries of such a page in UTF-8 (Encoding Standard, "get an output encoding"). */
const isUnicode = (charset: string): boolean => /^utf-/i.test(charset)

/**
 * The query of an address as browsers send it from a page of this charset (URL Standard §1.3, percent-encode after
 * encoding): what is not ASCII in the page's own bytes, `&#…;` percent-encoded for what the charset does not have.
 * `charset` as TextDecoder calls it. Throws RangeError for a charset that the platform does not know.
 */
export function encodeQuery(query: string, charset: string): string {
  if (isUnicode(charset) || !/[^\u0000-\u007f]/.test(query)) return query
  const encode = encoderFor(charset === 'gb18030' ? 'gbk' : charset)
  return query.replace(
    /[^\u0000-\u007f]/gu,
    (character) => encode(character) ?? `%26%23${character.codePointAt(0)}%3B`,
  )
}

/** An address as it is written on a page of this charset, with its query encoded as browsers do. */
export function withEncodedQuery(text: string, charset: string): string {
  if (isUnicode(charset)) return text
  const [, path = '', query = '', fragment = ''] = /^([^?#]*)(\?[^#]*)?(#.*)?$/s.exec(text) ?? []
  return query === '' ? text : path + encodeQuery(query, charset) + fragment
}
