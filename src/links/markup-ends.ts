import { standsAt } from './name-table.ts'

const [LESS, GREATER, SLASH, DASH, BANG] = [0x3c, 0x3e, 0x2f, 0x2d, 0x21]

const isNameEnd = (byte: number | undefined): boolean =>
  byte === GREATER ||
  byte === SLASH ||
  byte === 0x20 ||
  byte === 0x0a ||
  byte === 0x09 ||
  byte === 0x0d ||
  byte === 0x0c

/** Where the end tag of a raw text element starts, from a place inside it; the length of the bytes without one. */
export function rawTextEnd(bytes: Uint8Array, from: number, name: string): number {
  for (let at = bytes.indexOf(LESS, from); at >= 0; at = bytes.indexOf(LESS, at + 1)) {
    if (bytes[at + 1] !== SLASH) continue
    if (standsAt(bytes, at + 2, name) && isNameEnd(bytes[at + 2 + name.length])) return at
  }
  return bytes.length
}

/** Whether `<!--` stands here. */
const opensComment = (bytes: Uint8Array, at: number): boolean =>
  bytes[at] === LESS && bytes[at + 1] === BANG && bytes[at + 2] === DASH && bytes[at + 3] === DASH

/**
 * Where a script's end tag starts (HTML §13.2.5.4, script data): inside `<!-- <script> … -->` an end tag only ends the
 * inner script. The length of the bytes without one.
 */
export function scriptEnd(bytes: Uint8Array, from: number): number {
  let state: 'data' | 'escaped' | 'double' = 'data'
  for (let at = from; at < bytes.length; at += 1) {
    if (state === 'data') {
      at = bytes.indexOf(LESS, at)
      if (at < 0) break
    }
    const byte = bytes[at]
    if (byte === DASH) {
      if (bytes[at + 1] !== DASH) continue
      let end = at + 2
      while (bytes[end] === DASH) end += 1
      if (bytes[end] === GREATER) {
        state = 'data'
        at = end
      } else at = end - 1
      continue
    }
    if (byte !== LESS) continue
    if (state === 'data' && opensComment(bytes, at)) {
      state = 'escaped'
      at += 1
      continue
    }
    const isEnd = bytes[at + 1] === SLASH
    const name = at + (isEnd ? 2 : 1)
    if (!standsAt(bytes, name, 'script') || !isNameEnd(bytes[name + 6])) continue
    if (isEnd && state !== 'double') return at
    if (isEnd) state = 'escaped'
    else if (state === 'escaped') state = 'double'
  }
  return bytes.length
}

/** The place after a comment that starts with `<!--` (HTML §13.2.5.43): `-->`, `--!>`, or `>` at once. */
export function commentEnd(bytes: Uint8Array, from: number): number {
  const first = from + 4
  if (bytes[first] === GREATER) return first + 1
  if (bytes[first] === DASH && bytes[first + 1] === GREATER) return first + 2
  for (let at = bytes.indexOf(DASH, first); at >= 0; at = bytes.indexOf(DASH, at + 1)) {
    if (bytes[at + 1] !== DASH) continue
    if (bytes[at + 2] === GREATER) return at + 3
    if (bytes[at + 2] === BANG && bytes[at + 3] === GREATER) return at + 4
  }
  return bytes.length
}

/** The place after the next `>`. */
export function bogusCommentEnd(bytes: Uint8Array, from: number): number {
  const end = bytes.indexOf(GREATER, from)
  return end < 0 ? bytes.length : end + 1
}

/** The place after a CDATA section that starts at `from`. */
export function cdataEnd(bytes: Uint8Array, from: number): number {
  for (let at = bytes.indexOf(0x5d, from); at >= 0; at = bytes.indexOf(0x5d, at + 1)) {
    if (bytes[at + 1] === 0x5d && bytes[at + 2] === GREATER) return at + 3
  }
  return bytes.length
}

/** Whether `[CDATA[` stands here, in capitals. */
export function opensCdata(bytes: Uint8Array, from: number): boolean {
  return [...'[CDATA['].every((letter, at) => bytes[from + at] === letter.charCodeAt(0))
}

/** Where a script's end tag starts in XML, where its text may stand in CDATA sections and hold comments. */
export function xmlScriptEnd(bytes: Uint8Array, from: number): number {
  let at = bytes.indexOf(LESS, from)
  while (at >= 0) {
    if (bytes[at + 1] === SLASH && standsAt(bytes, at + 2, 'script')) return at
    const isCdata = bytes[at + 1] === BANG && opensCdata(bytes, at + 2)
    const next = isCdata ? cdataEnd(bytes, at + 9) : opensComment(bytes, at) ? commentEnd(bytes, at) : at + 1
    at = bytes.indexOf(LESS, next)
  }
  return bytes.length
}
