import { afterIdleEnd, afterIdleStart } from './idle-tags.ts'
import type { LinkRecords } from './link-records.ts'
import { sameBytes } from './word-scan.ts'

const [LESS, SLASH, SPACE] = [0x3c, 0x2f, 0x20]
/** Bytes of a tag that its place among the passed ones is worked out from, its bracket included. */
const LOOKED_AT = 5

const isLetter = (byte: number | undefined): boolean => {
  const lowered = (byte ?? 0) | 0x20
  return lowered >= 0x61 && lowered <= 0x7a
}

/**
 * Passes over text and tags without links in the midst of a body, where they decide nothing: most of most pages. A page
 * uses the same few tags again and again, so each is first held against the one that was passed over last and begins
 * like it. Returns a place of which on all must be looked at in full; the text on the way is counted.
 */
export function passOver(records: LinkRecords, from: number): number {
  const { bytes, view, signs, passedStart, passedSize } = records
  const { length } = bytes
  const wantsIds = records.ids !== null
  let textBytes = 0
  let at = from
  for (;;) {
    while (at < length && (bytes[at] as number) <= SPACE) at += 1
    if (bytes[at] !== LESS) {
      const next = bytes.indexOf(LESS, at)
      const text = at
      at = next < 0 ? length : next
      textBytes += at - text
    }
    if (at + LOOKED_AT > length) break
    const slot = Math.imul(view.getInt32(at + 1, true), 0x9e3779b1) >>> 24
    const size = passedSize[slot] as number
    if (size > 0 && at + size <= length && sameBytes(view, at, passedStart[slot] as number, size)) {
      at += size
      continue
    }
    const isEnd = bytes[at + 1] === SLASH
    const name = isEnd ? at + 2 : at + 1
    if (!isLetter(bytes[name])) break
    const after = isEnd ? afterIdleEnd(bytes, name) : afterIdleStart(bytes, name, wantsIds)
    if (after < 0) break
    passedStart[slot] = at
    passedSize[slot] = after - at
    at = after
  }
  signs.textBytes += textBytes
  return at
}
