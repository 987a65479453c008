const LESS_THAN = 0x3c
/** Short strings are cheap to make; making one long one costs more than all that is read in it. */
const SIZE = 16 * 1024
const LONGEST = 4 * SIZE

/** Where a piece may end at the latest: not inside a character of UTF-8. */
function characterEnd(bytes: Uint8Array, start: number, latest: number): number {
  if (latest >= bytes.length) return bytes.length
  let end = latest
  while (end > start + 1 && end > latest - 4 && ((bytes[end] ?? 0) & 0xc0) === 0x80) end -= 1
  return end
}

function endOf(bytes: Uint8Array, start: number): number {
  if (bytes.length - start <= SIZE) return bytes.length
  const before = bytes.subarray(start + 1, start + SIZE).lastIndexOf(LESS_THAN)
  if (before >= 0) return start + 1 + before
  const behind = bytes.subarray(start + SIZE, start + LONGEST).indexOf(LESS_THAN)
  return behind >= 0 ? start + SIZE + behind : characterEnd(bytes, start, start + LONGEST)
}

/**
 * Cuts a body into pieces of some 16 KB, each before a `<` where there is one near, so that hardly any text is cut in
 * two, and never inside a character of UTF-8.
 */
export function piecesOf(bytes: Uint8Array): readonly Uint8Array[] {
  const pieces: Uint8Array[] = []
  for (let start = 0; start < bytes.length; ) {
    const end = endOf(bytes, start)
    pieces.push(bytes.subarray(start, end))
    start = end
  }
  return pieces
}
