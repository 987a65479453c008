import { standsAt } from './name-table.ts'
import type { OnPart } from './on-part.ts'

const [OPEN, CLOSE, QUOTE, APOSTROPHE, BACKSLASH, STAR, SLASH, AT] = [
  0x28, 0x29, 0x22, 0x27, 0x5c, 0x2a, 0x2f, 0x40,
]

const isSpace = (byte: number | undefined): boolean =>
  byte === 0x20 || byte === 0x0a || byte === 0x09 || byte === 0x0d || byte === 0x0c

const isLetter = (byte: number): boolean =>
  (byte >= 0x61 && byte <= 0x7a) ||
  (byte >= 0x41 && byte <= 0x5a) ||
  byte === 0x2d ||
  byte === 0x5f ||
  byte > 0x7f

/** The place of the quote that ends a string (CSS Syntax §4.3.5); the end where there is none. */
function stringEnd(bytes: Uint8Array, from: number, to: number, quote: number): number {
  for (let at = from; at < to; at += 1) {
    if (bytes[at] === BACKSLASH) at += 1
    else if (bytes[at] === quote || bytes[at] === 0x0a) return at
  }
  return to
}

/**
 * Finds each `url(…)` and each quoted `@import` of a style between two places (CSS Syntax §4.3.6). Values keep their
 * escapes.
 */
export function cssUrls(bytes: Uint8Array, from: number, to: number, onPart: OnPart): void {
  let at = from
  const skipSpace = (): void => {
    while (at < to && isSpace(bytes[at])) at += 1
  }
  while (at < to) {
    const byte = bytes[at] ?? 0
    if (byte === SLASH && bytes[at + 1] === STAR) {
      at += 2
      while (at < to && !(bytes[at] === STAR && bytes[at + 1] === SLASH)) at += 1
      at += 2
    } else if (byte === QUOTE || byte === APOSTROPHE) {
      at = stringEnd(bytes, at + 1, to, byte) + 1
    } else if (byte === AT && standsAt(bytes, at + 1, 'import')) {
      at += 7
      skipSpace()
      const quote = bytes[at] ?? 0
      if (quote === QUOTE || quote === APOSTROPHE) {
        const end = stringEnd(bytes, at + 1, to, quote)
        onPart(at + 1, end)
        at = end + 1
      }
    } else if (isLetter(byte)) {
      const isUrl = standsAt(bytes, at, 'url') && bytes[at + 3] === OPEN && at + 3 < to
      if (!isUrl) {
        while (at < to && isLetter(bytes[at] ?? 0)) at += 1
        continue
      }
      at += 4
      skipSpace()
      const quote = bytes[at] ?? 0
      const isQuoted = quote === QUOTE || quote === APOSTROPHE
      const start = isQuoted ? at + 1 : at
      const end = isQuoted ? stringEnd(bytes, start, to, quote) : unquotedEnd(bytes, start, to)
      if (end >= 0) onPart(start, end)
      at = end < 0 ? afterBracket(bytes, start, to) : end + 1
    } else at += 1
  }
}

/** The place after the next closing bracket that is not escaped: where an ignored url() ends. */
function afterBracket(bytes: Uint8Array, from: number, to: number): number {
  for (let at = from; at < to; at += 1) {
    if (bytes[at] === BACKSLASH) at += 1
    else if (bytes[at] === CLOSE) return at + 1
  }
  return to
}

/** Characters that make an unquoted url() one that browsers ignore. */
const isBad = (byte: number): boolean =>
  byte === QUOTE || byte === APOSTROPHE || byte === OPEN || byte < 0x09 || byte === 0x0b || byte === 0x7f

const isHex = (byte: number): boolean =>
  (byte >= 0x30 && byte <= 0x39) || ((byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x66)

/** The last place of an escape whose first letter stands at `from`: up to six digits and a white space, or one letter. */
function escapeEnd(bytes: Uint8Array, from: number): number {
  let at = from
  while (at < from + 6 && isHex(bytes[at] ?? 0)) at += 1
  if (at === from) return from
  return isSpace(bytes[at]) ? at : at - 1
}

/** The place of the bracket that ends an unquoted url(); -1 for one that browsers ignore. */
function unquotedEnd(bytes: Uint8Array, from: number, to: number): number {
  for (let at = from; at < to; at += 1) {
    const byte = bytes[at] ?? 0
    if (byte === CLOSE) return at
    if (byte === BACKSLASH) at = escapeEnd(bytes, at + 1)
    else if (isBad(byte)) return -1
    else if (isSpace(byte)) {
      while (at < to && isSpace(bytes[at])) at += 1
      return bytes[at] === CLOSE && at < to ? at : -1
    }
  }
  return to
}
