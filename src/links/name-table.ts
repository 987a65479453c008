/** Finds names of HTML in bytes, in any case, without making text of them. */
export interface NameTable {
  /** The place of the name that stands between two places of the bytes; -1 for none of the table's. */
  find(bytes: Uint8Array, start: number, end: number): number
}

/** Whether a name in lower case stands at a place of the bytes, in any case. */
export function standsAt(bytes: Uint8Array, start: number, name: string): boolean {
  for (let at = 0; at < name.length; at += 1) {
    const byte = bytes[start + at] ?? 0
    const lowered = byte >= 0x41 && byte <= 0x5a ? byte | 0x20 : byte
    if (lowered !== name.charCodeAt(at)) return false
  }
  return true
}

/** Whether a name of letters, digits and hyphens in lower case stands at a place, in any case. */
function isName(bytes: Uint8Array, start: number, name: Uint8Array): boolean {
  for (let at = 1; at < name.length; at += 1) {
    const byte = bytes[start + at] as number
    if (byte !== name[at] && (byte < 0x41 || byte > 0x5a || (byte | 0x20) !== name[at])) return false
  }
  return standsFirst(bytes[start] ?? 0, name[0] ?? 0)
}

const standsFirst = (byte: number, letter: number): boolean =>
  byte === letter || (byte >= 0x41 && byte <= 0x5a && (byte | 0x20) === letter)

/** Letters of the longest name that a table holds. */
export const LONGEST_NAME = 31
const NO_PLACES: readonly number[] = []

/**
 * Names of one length, at most {@link LONGEST_NAME}, and first letter lie together: most names that a page has are told
 * from ours by these alone.
 */
export const nameKey = (length: number, first: number): number => (length << 5) | (first & 0x1f)

/** A table of names in lower case, none longer than 31 letters; their places are those in the list. */
export function nameTable(names: readonly string[]): NameTable {
  const letters = names.map((name) => Uint8Array.from(name, (letter) => letter.charCodeAt(0)))
  const byKey: (readonly number[])[] = Array.from({ length: (LONGEST_NAME + 1) << 5 }, () => NO_PLACES)
  for (const [place, name] of names.entries()) {
    const key = nameKey(name.length, name.charCodeAt(0))
    byKey[key] = [...(byKey[key] ?? []), place]
  }
  return {
    find: (bytes, start, end) => {
      const length = end - start
      if (length > LONGEST_NAME) return -1
      const places = byKey[nameKey(length, bytes[start] ?? 0)] ?? NO_PLACES
      for (let at = 0; at < places.length; at += 1) {
        const place = places[at] ?? -1
        if (isName(bytes, start, letters[place] as Uint8Array)) return place
      }
      return -1
    },
  }
}
