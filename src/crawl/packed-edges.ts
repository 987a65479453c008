/** A link of a page as a crawl keeps it. */
export interface Edge {
  /** Number of the address that it leads to. */
  readonly to: number
  /** Line of the page, 1-based. */
  readonly line: number
  /** Place of its kind in LINK_KINDS. */
  readonly kind: number
}

/** Writes edges one after the other into one row: three variable-length integers each, lines by their distance. */
export interface EdgeWriter {
  add(to: number, line: number, kind: number): void
  /** The edges so far as bytes of their own, and an empty writer. */
  take(): Uint8Array
}

const LONGEST_EDGE = 15

/** Signed distances as small unsigned numbers: 0, -1, 1, -2, … */
const zigzag = (distance: number): number => (distance << 1) ^ (distance >> 31)
const unzigzag = (folded: number): number => (folded >>> 1) ^ -(folded & 1)

/** A writer whose memory is used again from page to page. */
export function edgeWriter(): EdgeWriter {
  let bytes = new Uint8Array(4096)
  let length = 0
  let lastLine = 0
  const put = (value: number): void => {
    let rest = value >>> 0
    while (rest >= 0x80) {
      bytes[length] = (rest & 0x7f) | 0x80
      length += 1
      rest >>>= 7
    }
    bytes[length] = rest
    length += 1
  }
  return {
    add: (to, line, kind) => {
      if (length + LONGEST_EDGE > bytes.length) {
        const larger = new Uint8Array(bytes.length * 2)
        larger.set(bytes)
        bytes = larger
      }
      put(to)
      put(zigzag(line - lastLine))
      put(kind)
      lastLine = line
    },
    take: () => {
      const taken = Buffer.from(bytes.subarray(0, length))
      length = 0
      lastLine = 0
      return taken
    },
  }
}

/** Hands over each edge of a packed row. Throws RangeError for a row that ends inside an edge. */
export function eachEdge(packed: Uint8Array, visit: (to: number, line: number, kind: number) => void): void {
  let at = 0
  let line = 0
  const take = (): number => {
    let value = 0
    for (let shift = 0; ; shift += 7) {
      const byte = packed[at]
      if (byte === undefined) throw new RangeError('the packed links of a page end inside a link')
      at += 1
      value |= (byte & 0x7f) << shift
      if (byte < 0x80) return value >>> 0
    }
  }
  while (at < packed.length) {
    const to = take()
    line += unzigzag(take())
    visit(to, line, take())
  }
}
