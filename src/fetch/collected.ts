/** Bytes that are read and thrown away to keep a connection alive; a longer rest costs the connection. */
const WORTH_READING = 64 * 1024

/** The beginning of a body as it comes off the wire. */
export interface Collected {
  /** Takes the next piece; false when the rest is not worth reading, so that the connection must be given up. */
  add(piece: Uint8Array): boolean
  /** What was kept, at most the limit. */
  bytes(): Uint8Array
  /** Whether nothing of it is to be kept, and it is too long to be read for its connection's sake. */
  isHopeless(): boolean
  /** Whether all that is to be kept is there, so that a fault in the rest does not matter. */
  isFull(): boolean
  /** Whether more came than the limit allows. */
  isCut(): boolean
}

/** The number in a Content-Length header; null without one. */
export const lengthIn = (header: string | undefined): number | null =>
  header !== undefined && /^\d+$/.test(header) ? Number(header) : null

/**
 * Whether an answer of this length is read to its end, when only its first `limit` bytes are kept. Of an unknown length
 * (null) only the answer that nothing is kept of, for most of those are short pages.
 */
const isWorthReading = (length: number | null, limit: number): boolean =>
  length === null ? limit === 0 : length - limit <= WORTH_READING

/** Keeps a body's first `limit` bytes. `length` is what Content-Length says. */
export function collect(limit: number, length: number | null): Collected {
  const isWorth = isWorthReading(length, limit)
  const most = isWorth ? limit + WORTH_READING : limit
  const pieces: Uint8Array[] = []
  let size = 0
  return {
    add: (piece) => {
      if (size < limit) pieces.push(size + piece.length > limit ? piece.subarray(0, limit - size) : piece)
      size += piece.length
      return size <= most
    },
    bytes: () => {
      const [first] = pieces
      return first !== undefined && pieces.length === 1 ? first : Buffer.concat(pieces)
    },
    isHopeless: () => limit === 0 && !isWorth,
    isFull: () => size > limit || limit === 0,
    isCut: () => size > limit,
  }
}

/** Of an answer that has no body. */
export const NO_BODY: Collected = {
  add: () => false,
  bytes: () => new Uint8Array(),
  isHopeless: () => false,
  isFull: () => true,
  isCut: () => false,
}
