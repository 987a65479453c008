import type { OnPart } from './on-part.ts'

const COMMA = 0x2c
const [OPEN, CLOSE] = [0x28, 0x29]

const isSpace = (byte: number): boolean =>
  byte === 0x20 || byte === 0x0a || byte === 0x09 || byte === 0x0d || byte === 0x0c

/** Finds each image of a srcset between two places (HTML §4.8.4.2, parsing a srcset attribute). */
export function srcsetImages(bytes: Uint8Array, from: number, to: number, onPart: OnPart): void {
  let at = from
  for (;;) {
    while (at < to && (isSpace(bytes[at] ?? 0) || bytes[at] === COMMA)) at += 1
    if (at >= to) return
    const start = at
    while (at < to && !isSpace(bytes[at] ?? 0)) at += 1
    let end = at
    if (bytes[end - 1] === COMMA) {
      while (end > start && bytes[end - 1] === COMMA) end -= 1
      onPart(start, end)
      continue
    }
    onPart(start, end)
    for (let depth = 0; at < to; at += 1) {
      const byte = bytes[at] ?? 0
      if (byte === OPEN) depth += 1
      else if (byte === CLOSE) depth = Math.max(0, depth - 1)
      else if (byte === COMMA && depth === 0) break
    }
  }
}
