/**
 * A word that has a byte, and no other, has a zero byte after the exclusive or (Warren,
 * Hacker's Delight, §6-1).
 */
const hasZero = (word: number): boolean => ((word - 0x01010101) & ~word & 0x80808080) !== 0

const [NEWLINE, FOUR_NEWLINES] = [0x0a, 0x0a0a0a0a]

/** Whether the same bytes stand at two places. */
export function sameBytes(view: DataView, one: number, other: number, size: number): boolean {
  let at = 0
  for (; at + 4 <= size; at += 4) {
    if (view.getInt32(one + at, true) !== view.getInt32(other + at, true)) return false
  }
  for (; at < size; at += 1) if (view.getUint8(one + at) !== view.getUint8(other + at)) return false
  return true
}

/** How many lines end between two places. `view`: the same bytes. */
export function newlinesIn(bytes: Uint8Array, view: DataView, from: number, to: number): number {
  let count = 0
  let at = from
  for (; at + 4 <= to; at += 4) {
    if (!hasZero(view.getInt32(at, true) ^ FOUR_NEWLINES)) continue
    for (let place = at; place < at + 4; place += 1) if (bytes[place] === NEWLINE) count += 1
  }
  for (; at < to; at += 1) if (bytes[at] === NEWLINE) count += 1
  return count
}
