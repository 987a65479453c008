const START = 0x811c9dc5
const PRIME = 0x01000193
/** A run of letters and digits of at least this length, with a digit in it, is no word: a session, a key, a checksum. */
const SHORTEST_TOKEN = 16

const [ZERO, NINE, DASH, LOWER] = [0x30, 0x39, 0x2d, 0x20]

const isDigit = (byte: number): boolean => byte >= ZERO && byte <= NINE
const isLetter = (byte: number): boolean => (byte | LOWER) >= 0x61 && (byte | LOWER) <= 0x7a
const isHexadecimal = (byte: number): boolean =>
  isDigit(byte) || ((byte | LOWER) >= 0x61 && (byte | LOWER) <= 0x66)

/** Whether a text has a token in it. */
export const hasToken = (text: string): boolean =>
  (text.match(/[A-Za-z\d-]{16,}/g) ?? []).some((run) => {
    const bare = run.replaceAll('-', '')
    const isOfHex = bare === run || /^[\dA-F]+$/i.test(bare)
    return /\d/.test(bare) && bare.length >= SHORTEST_TOKEN && isOfHex
  })

/** Where the hash of what came before goes on after some bytes, tokens in them left out. */
export function tokenFreeHash(
  bytes: Uint8Array,
  start: number,
  end: number,
  how: { readonly from?: number; readonly mergesDigits: boolean },
): number {
  let hash = how.from ?? START
  for (let at = start; at < end; ) {
    const runStart = at
    let [digits, dashes, others, after] = [0, 0, 0, hash]
    let wasDigit = false
    for (; at < end; at += 1) {
      const byte = bytes[at] ?? 0
      const isNumber = isDigit(byte)
      if (isNumber) digits += 1
      else if (byte === DASH) dashes += 1
      else if (!isLetter(byte)) break
      if (byte !== DASH && !isHexadecimal(byte)) others += 1
      if (!how.mergesDigits || !isNumber) after = Math.imul(after ^ byte, PRIME)
      else if (!wasDigit) after = Math.imul(after ^ ZERO, PRIME)
      wasDigit = isNumber
    }
    const isToken = digits > 0 && at - runStart - dashes >= SHORTEST_TOKEN && (dashes === 0 || others === 0)
    if (!isToken) hash = after
    // What ended the run.
    if (at < end) hash = Math.imul(hash ^ (bytes[at] ?? 0), PRIME)
    at += 1
  }
  return hash >>> 0
}
