const START = 0x811c9dc5
const PRIME = 0x01000193
/** A run of letters and digits of at least this length, with a digit in it, is no word: a session, a key, a checksum. */
const SHORTEST_TOKEN = 16

const ZERO = 0x30
const DASH = 0x2d
/** Kinds of bytes: what is none of these ends a run. */
const [END, DIGIT, HEXADECIMAL, LETTER, HYPHEN] = [0, 1, 2, 3, 4]

const KINDS = new Uint8Array(256).map((_, byte) => {
  const text = String.fromCharCode(byte)
  if (/[0-9]/.test(text)) return DIGIT
  if (/[a-f]/i.test(text)) return HEXADECIMAL
  if (/[a-z]/i.test(text)) return LETTER
  return byte === DASH ? HYPHEN : END
})

/** Whether a text has a token in it. */
export const hasToken = (text: string): boolean =>
  (text.match(/[A-Za-z\d-]{16,}/g) ?? []).some((run) => {
    const bare = run.replaceAll('-', '')
    const isOfHex = bare === run || /^[\dA-F]+$/i.test(bare)
    return /\d/.test(bare) && bare.length >= SHORTEST_TOKEN && isOfHex
  })

/** Whether a run of letters, digits and dashes is a token: with dashes only where all the rest is hexadecimal. */
function isToken(bytes: Uint8Array, start: number, end: number): boolean {
  if (end - start < SHORTEST_TOKEN) return false
  let [digits, dashes, letters] = [0, 0, 0]
  for (let at = start; at < end; at += 1) {
    const kind = KINDS[bytes[at] ?? 0]
    if (kind === DIGIT) digits += 1
    else if (kind === HYPHEN) dashes += 1
    else if (kind === LETTER) letters += 1
  }
  return digits > 0 && end - start - dashes >= SHORTEST_TOKEN && (dashes === 0 || letters === 0)
}

/** Where the hash goes on after some bytes; of digits in a row only that there are some, where they are merged. */
function plainHash(
  hash: number,
  bytes: Uint8Array,
  start: number,
  end: number,
  mergesDigits: boolean,
): number {
  let after = hash
  let wasDigit = false
  for (let at = start; at < end; at += 1) {
    const byte = bytes[at] ?? 0
    const isDigit = mergesDigits && KINDS[byte] === DIGIT
    if (!isDigit) after = Math.imul(after ^ byte, PRIME)
    else if (!wasDigit) after = Math.imul(after ^ ZERO, PRIME)
    wasDigit = isDigit
  }
  return after
}

/** Where the hash of what came before goes on after some bytes, tokens in them left out. */
export function tokenFreeHash(
  bytes: Uint8Array,
  start: number,
  end: number,
  how: { readonly from?: number; readonly mergesDigits: boolean },
): number {
  let hash = how.from ?? START
  /** What was not hashed yet begins here. */
  let from = start
  for (let at = start; at < end; ) {
    const runStart = at
    while (at < end && KINDS[bytes[at] ?? 0] !== END) at += 1
    if (isToken(bytes, runStart, at)) {
      hash = plainHash(hash, bytes, from, runStart, how.mergesDigits)
      from = at
    }
    at += 1
  }
  return plainHash(hash, bytes, from, end, how.mergesDigits) >>> 0
}
