/** Brackets. */
export const [OPEN, CLOSE] = [0x28, 0x29] as const

const [QUOTE, APOSTROPHE, BACKSLASH] = [0x22, 0x27, 0x5c]

const isNewline = (byte: number | undefined): boolean => byte === 0x0a || byte === 0x0d || byte === 0x0c

const isSpace = (byte: number | undefined): boolean => byte === 0x20 || byte === 0x09 || isNewline(byte)

/** The place of the quote or line break that ends a string (CSS Syntax §4.3.5); the end where there is none. */
export function stringEnd(bytes: Uint8Array, from: number, to: number, quote: number): number {
  for (let at = from; at < to; at += 1) {
    if (bytes[at] === BACKSLASH) at += 1
    else if (bytes[at] === quote || isNewline(bytes[at])) return at
  }
  return to
}

/** The place of the next closing bracket that is not escaped: where an ignored url() ends. */
function bracketAfter(bytes: Uint8Array, from: number, to: number): number {
  for (let at = from; at < to; at += 1) {
    if (bytes[at] === BACKSLASH) at += 1
    else if (bytes[at] === CLOSE) return at
  }
  return to
}

/** Characters that make an unquoted url() one that browsers ignore; a zero byte stands for U+FFFD. */
const isBad = (byte: number): boolean =>
  byte === QUOTE ||
  byte === APOSTROPHE ||
  byte === OPEN ||
  (byte > 0 && byte < 0x09) ||
  byte === 0x0b ||
  byte === 0x7f

const isHex = (byte: number): boolean =>
  (byte >= 0x30 && byte <= 0x39) || ((byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x66)

/** The last place of an escape whose first letter stands at `from`: up to six digits and a white space, or one letter. */
function escapeEnd(bytes: Uint8Array, from: number): number {
  let at = from
  while (at < from + 6 && isHex(bytes[at] ?? 0)) at += 1
  if (at === from) return from
  return isSpace(bytes[at]) ? at : at - 1
}

/** Where an unquoted url() ends, at its bracket or the white space before it, and whether it is one that browsers take. */
export function unquotedEnd(
  bytes: Uint8Array,
  from: number,
  to: number,
): { readonly end: number; readonly isUrl: boolean } {
  for (let at = from; at < to; at += 1) {
    const byte = bytes[at] ?? 0
    if (byte === CLOSE) return { end: at, isUrl: true }
    const isEscape = byte === BACKSLASH && !isNewline(bytes[at + 1])
    if (isEscape) at = escapeEnd(bytes, at + 1)
    else if (isBad(byte) || byte === BACKSLASH) return { end: bracketAfter(bytes, at, to), isUrl: false }
    else if (isSpace(byte)) {
      while (at < to && isSpace(bytes[at])) at += 1
      const isUrl = at >= to || bytes[at] === CLOSE
      return { end: isUrl ? at : bracketAfter(bytes, at, to), isUrl }
    }
  }
  return { end: to, isUrl: true }
}

/** Whether a byte may stand in a name as it is. */
export const isOfName = (byte: number): boolean =>
  (byte >= 0x61 && byte <= 0x7a) ||
  (byte >= 0x41 && byte <= 0x5a) ||
  (byte >= 0x30 && byte <= 0x39) ||
  byte === 0x2d ||
  byte === 0x5f ||
  byte > 0x7f

/** The place after a name, or a number with its unit, escapes in it (CSS Syntax §4.3.12); past a stray back-slash. */
export function nameEnd(bytes: Uint8Array, from: number, to: number): number {
  let at = from
  while (at < to) {
    if (isOfName(bytes[at] ?? 0)) at += 1
    else if (bytes[at] === BACKSLASH && !isNewline(bytes[at + 1])) at = escapeEnd(bytes, at + 1) + 1
    else break
  }
  return Math.min(to, Math.max(at, from + 1))
}
