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

const LONGEST = 31
const NO_PLACES: readonly number[] = []

/** Names of one length and first letter lie together: most names that a page has are told from ours by these alone. */
const keyOf = (length: number, first: number): number => (length << 5) | (first & 0x1f)

/** A table of names in lower case, none longer than 31 letters; their places are those in the list. */
export function nameTable(names: readonly string[]): NameTable {
  const byKey: (readonly number[])[] = Array.from({ length: (LONGEST + 1) << 5 }, () => NO_PLACES)
  for (const [place, name] of names.entries()) {
    const key = keyOf(name.length, name.charCodeAt(0))
    byKey[key] = [...(byKey[key] ?? []), place]
  }
  return {
    find: (bytes, start, end) => {
      const length = end - start
      if (length > LONGEST) return -1
      const places = byKey[keyOf(length, bytes[start] ?? 0)] ?? NO_PLACES
      for (let at = 0; at < places.length; at += 1) {
        const place = places[at] ?? -1
        if (standsAt(bytes, start, names[place] ?? '')) return place
      }
      return -1
    },
  }
}
