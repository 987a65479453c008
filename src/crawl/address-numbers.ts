/** Where the hash of an address stands after its beginning. */
export interface Seed {
  readonly a: number
  readonly b: number
}

/** No number is known for what was looked for. */
export const UNKNOWN = -1

/**
 * Numbers of addresses by a 64-bit hash of their spelling: 12 bytes an address, whatever its length. Of a million
 * spellings two share a hash once in 37 million crawls. Several spellings may have one number.
 */
export interface AddressNumbers {
  /** The hash of a beginning that many spellings share. A character below 256 counts like the byte of that value. */
  seedOf(beginning: string): Seed
  /** The number of the spelling that begins as the seed and goes on with these bytes; {@link UNKNOWN} for none. */
  find(seed: Seed, bytes: Uint8Array, start: number, end: number): number
  /** The number of a spelling; {@link UNKNOWN} for none. */
  findText(seed: Seed, text: string): number
  /** Gives a number to the spelling that was last looked for and not known. */
  remember(number: number): void
}

const START_A = 0x811c9dc5
const START_B = 0x9747b28c
const PRIME_A = 0x01000193
const PRIME_B = 0x9e3779b1
const FIRST_CAPACITY = 1 << 12
/** At most so many of a hundred places are taken. */
const FULL_PERCENT = 60

/** The last step of MurmurHash3 (public domain): spreads every bit over all. */
function spread(hash: number): number {
  let mixed = hash
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b)
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35)
  return (mixed ^ (mixed >>> 16)) >>> 0
}

const stepA = (hash: number, byte: number): number => Math.imul(hash ^ byte, PRIME_A)
const stepB = (hash: number, byte: number): number => Math.imul(((hash << 5) | (hash >>> 27)) ^ byte, PRIME_B)

/** An empty table. */
export function addressNumbers(): AddressNumbers {
  let capacity = FIRST_CAPACITY
  let size = 0
  /** Three cells a place: both halves of the hash, and the number plus one; 0 there = free. */
  let cells = new Uint32Array(capacity * 3)
  let lastA = 0
  let lastB = 0

  const placeOf = (a: number, b: number): number => {
    let place = a & (capacity - 1)
    for (;;) {
      const at = place * 3
      if (cells[at + 2] === 0 || (cells[at] === a && cells[at + 1] === b)) return at
      place = (place + 1) & (capacity - 1)
    }
  }

  const grow = (): void => {
    const before = cells
    capacity *= 2
    cells = new Uint32Array(capacity * 3)
    for (let at = 0; at < before.length; at += 3) {
      if (before[at + 2] === 0) continue
      cells.set(before.subarray(at, at + 3), placeOf(before[at] ?? 0, before[at + 1] ?? 0))
    }
  }

  const lookUp = (a: number, b: number): number => {
    lastA = spread(a)
    lastB = spread(b)
    return (cells[placeOf(lastA, lastB) + 2] ?? 0) - 1
  }

  const after = (seed: Seed, text: string): Seed => {
    let { a, b } = seed
    for (let at = 0; at < text.length; at += 1) {
      const code = text.charCodeAt(at)
      a = stepA(a, code)
      b = stepB(b, code)
    }
    return { a, b }
  }

  return {
    seedOf: (beginning) => after({ a: START_A, b: START_B }, beginning),
    find: (seed, bytes, start, end) => {
      let { a, b } = seed
      for (let at = start; at < end; at += 1) {
        const byte = bytes[at] ?? 0
        a = stepA(a, byte)
        b = stepB(b, byte)
      }
      return lookUp(a, b)
    },
    findText: (seed, text) => {
      const { a, b } = after(seed, text)
      return lookUp(a, b)
    },
    remember: (number) => {
      if (size * 100 >= capacity * FULL_PERCENT) grow()
      const at = placeOf(lastA, lastB)
      cells[at] = lastA
      cells[at + 1] = lastB
      cells[at + 2] = number + 1
      size += 1
    },
  }
}
