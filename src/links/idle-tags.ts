import { TAG_NAMES, tagSet } from './html-names.ts'
import { LONGEST_NAME, nameKey } from './name-table.ts'
import { CLASS } from './tag-bytes.ts'

/**
 * Most tags of most pages have no links, and nothing is decided by them: such are passed over by the length and the first
 * letter of their names alone, which tell them from all the names that matter. Whatever is in doubt is read in full.
 */

const [EQUALS, QUOTE, APOSTROPHE, SLASH, GREATER] = [0x3d, 0x22, 0x27, 0x2f, 0x3e]

const IDLE_NAMES =
  'b big blockquote br center code dd div dl dt em h1 h2 h3 h4 h5 h6 i li listing menu nobr ol p pre s small span strong strike sub sup tt u ul var caption'

/** Elements that have no links but in styles, handlers and data attributes. */
export const IDLE = tagSet(IDLE_NAMES)

const idle = new Set(IDLE_NAMES.split(' '))

/** 1 for the length and first letter of each of these names. */
function keysOf(names: readonly string[]): Uint8Array {
  const keys = new Uint8Array((LONGEST_NAME + 1) << 5)
  for (const name of names) keys[nameKey(name.length, name.charCodeAt(0))] = 1
  return keys
}

const TELLING_STARTS = keysOf(TAG_NAMES.filter((name) => !idle.has(name)))
const TELLING_ENDS = keysOf(
  'frameset form select br table template caption tbody tfoot thead tr td th'.split(' '),
)

/** 1 for what a link in a value cannot do without: a bracket, a slash, a dot, a quote or a character reference. */
const TELLING = new Uint8Array(256)
for (const letter of '(/.&\\"\'') TELLING[letter.charCodeAt(0)] = 1

/**
 * The place after a tag, from the end of its name on, all of whose attributes are written `name="value"` and have nothing
 * in them that a link needs; -1 for any other.
 */
export function afterIdleAttributes(bytes: Uint8Array, from: number): number {
  const { length } = bytes
  let at = from
  for (; at < length; at += 1) {
    const byte = bytes[at] as number
    if (byte === GREATER) return at + 1
    if (byte !== EQUALS) {
      if (byte === SLASH) return -1
      continue
    }
    const quote = bytes[at + 1]
    if (CLASS[bytes[at - 1] as number] !== 0 || (quote !== QUOTE && quote !== APOSTROPHE)) return -1
    at += 2
    while (at < length && bytes[at] !== quote) {
      if (TELLING[bytes[at] as number] === 1) return -1
      at += 1
    }
    if (bytes[at + 1] !== GREATER && CLASS[bytes[at + 1] ?? 0] !== 1) return -1
  }
  return -1
}

/** The place after a tag's name that is none of the telling ones; -1 for any other. */
function afterIdleName(bytes: Uint8Array, from: number, telling: Uint8Array): number {
  const { length } = bytes
  let at = from
  while (at < length && CLASS[bytes[at] as number] === 0) at += 1
  const size = at - from
  return size > LONGEST_NAME || telling[nameKey(size, bytes[from] ?? 0)] === 1 ? -1 : at
}

/** The place after an end tag whose name starts at `from`, if it decides nothing outside of SVG and MathML; else -1. */
export function afterIdleEnd(bytes: Uint8Array, from: number): number {
  const at = afterIdleName(bytes, from, TELLING_ENDS)
  return at >= 0 && bytes[at] === GREATER ? at + 1 : -1
}

/**
 * The place after a start tag whose name starts at `from`, if it has no links and decides nothing in the midst of a body;
 * else -1. `wantsAll`: also a tag with attributes is to be read.
 */
export function afterIdleStart(bytes: Uint8Array, from: number, wantsAll: boolean): number {
  const at = afterIdleName(bytes, from, TELLING_STARTS)
  if (at < 0) return -1
  if (bytes[at] === GREATER) return at + 1
  return wantsAll ? -1 : afterIdleAttributes(bytes, at)
}
