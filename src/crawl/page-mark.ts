import type { LinkRecords } from '../links/link-records.ts'
import { tokenFreeHash } from './token-free-hash.ts'

/** Links of a page that are looked at. */
const MOST_LINKS = 48

/**
 * A number that pages share which have as much text and the same links, as these are written, tokens in them left out:
 * one page under several addresses.
 */
export function pageMark({ bytes, start, end, count, signs }: LinkRecords): number {
  const step = Math.max(1, Math.floor(count / MOST_LINKS))
  let hash = (signs.textBytes ^ (count << 20)) >>> 0
  for (let place = 0; place < count; place += step) {
    hash = tokenFreeHash(bytes, start[place] ?? 0, end[place] ?? 0, { from: hash, mergesDigits: false })
  }
  return hash
}

/** Counts how often marks were seen, roughly: two marks may share a place, and a million places are a megabyte. */
export interface MarkCounter {
  /** How often the mark was seen, this time included, at most 255. */
  seen(mark: number): number
}

const PLACES = 1 << 20

/** A counter that has seen nothing. */
export function markCounter(): MarkCounter {
  const counts = new Uint8Array(PLACES)
  return {
    seen: (mark) => {
      const place = (mark ^ (mark >>> 20)) & (PLACES - 1)
      const count = Math.min(255, (counts[place] ?? 0) + 1)
      counts[place] = count
      return count
    },
  }
}
