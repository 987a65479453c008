import { byteText } from './byte-text.ts'
import type { OnPart } from './on-part.ts'

const COMMA = 0x2c
const [OPEN, CLOSE] = [0x28, 0x29]

const isSpace = (byte: number): boolean =>
  byte === 0x20 || byte === 0x0a || byte === 0x09 || byte === 0x0d || byte === 0x0c

const WIDTH = /^\d*[1-9]\d*w$/
const HEIGHT = /^\d*[1-9]\d*h$/
const DENSITY = /^(?:\d+(?:\.\d+)?|\.\d+)(?:e[+-]?\d+)?x$/i

/** Whether browsers take an image with such descriptors: a width, a density, or none (HTML §4.8.4.2.2, step 13 on). */
function isTaken(descriptors: string): boolean {
  const parts = descriptors.split(/[\t\n\f\r ]+/).filter((part) => part !== '')
  const count = (pattern: RegExp): number => parts.filter((part) => pattern.test(part)).length
  const [widths, heights, densities] = [count(WIDTH), count(HEIGHT), count(DENSITY)]
  return (
    widths + heights + densities === parts.length &&
    Math.max(widths, heights, densities) <= 1 &&
    (densities === 0 || widths + heights === 0) &&
    heights <= widths
  )
}

/** The place of the comma that ends the descriptors of an image; the end where there is none. */
function descriptorsEnd(bytes: Uint8Array, from: number, to: number): number {
  let isOpen = false
  for (let at = from; at < to; at += 1) {
    const byte = bytes[at] ?? 0
    if (byte === COMMA && !isOpen) return at
    if (byte === OPEN || byte === CLOSE) isOpen = byte === OPEN
  }
  return to
}

/** Finds each image of a srcset between two places that browsers may take (HTML §4.8.4.2.2, parsing a srcset attribute). */
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
    at = descriptorsEnd(bytes, end, to)
    if (isTaken(byteText(bytes, end, at))) onPart(start, end)
  }
}
