import { standsAt } from './name-table.ts'
import type { OnPart } from './on-part.ts'

const isSpace = (byte: number): boolean =>
  byte === 0x20 || byte === 0x0a || byte === 0x09 || byte === 0x0d || byte === 0x0c
const isDigit = (byte: number): boolean => byte >= 0x30 && byte <= 0x39

/** Finds where a refresh leads whose content stands between two places (HTML §4.2.5.3, shared declarative refresh steps). */
export function refreshTarget(bytes: Uint8Array, from: number, to: number, onPart: OnPart): void {
  let at = from
  const byte = (): number => (at < to ? (bytes[at] ?? 0) : 0)
  const skipSpace = (): void => {
    while (at < to && isSpace(byte())) at += 1
  }
  skipSpace()
  const first = at
  while (isDigit(byte()) || byte() === 0x2e) at += 1
  if (at === first) return
  const afterTime = at
  skipSpace()
  if (byte() === 0x3b || byte() === 0x2c) at += 1
  else if (at === afterTime) return
  skipSpace()
  if (at >= to) return
  let start = at
  if (standsAt(bytes, at, 'url')) {
    const before = at
    at += 3
    skipSpace()
    if (byte() === 0x3d) {
      at += 1
      skipSpace()
      start = at
    } else {
      at = before
      start = before
    }
  }
  const quote = byte()
  if (quote === 0x22 || quote === 0x27) {
    const end = bytes.subarray(start + 1, to).indexOf(quote)
    onPart(start + 1, end < 0 ? to : start + 1 + end)
    return
  }
  onPart(start, to)
}
