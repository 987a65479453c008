import { type Address, pathStart } from '../core/address.ts'
import { markCounter } from './page-mark.ts'
import { hasToken } from './token-free-hash.ts'

/** Pages with the same text and links whose addresses show a trap, and which are followed all the same. */
const MOST_ALIKE = 50
/** Folders whose depth is remembered. */
const MOST_FOLDERS = 100_000

const WORD = /[^\d.]/

/**
 * Watches for one page under ever new addresses. Pages may be as alike as they like, one a record of a register: it is
 * only one page where its address shows why there should be more of it: a session or key that changes from visit to
 * visit, or links relative to themselves, by which a folder of the same name stands deeper and deeper.
 */
export interface SameContent {
  /** Takes note of a page by its mark; whether it is one of too many. */
  isOneTooMany(mark: number, address: Address): boolean
}

/** A watch that has seen nothing. */
export function sameContent(): SameContent {
  const seen = markCounter()
  const trapped = markCounter()
  /** Of a mark and the name of a folder, how deep it stood first. */
  const depths = new Map<string, number>()

  /** Whether a folder of this name, with a page of this mark, stood higher up before. */
  const isDeeper = (mark: number, address: Address): boolean => {
    const folders = address.slice(pathStart(address)).replace(/\?.*$/s, '').split('/').slice(1, -1)
    const name = folders.at(-1) ?? ''
    if (!WORD.test(name)) return false
    const key = `${mark} ${name}`
    const first = depths.get(key)
    if (first !== undefined) return folders.length > first
    if (depths.size < MOST_FOLDERS) depths.set(key, folders.length)
    return false
  }

  return {
    isOneTooMany: (mark, address) => {
      if (seen.seen(mark) < 2) return false
      if (!isDeeper(mark, address) && !hasToken(address.slice(pathStart(address)))) return false
      return trapped.seen(mark) > MOST_ALIKE
    },
  }
}
