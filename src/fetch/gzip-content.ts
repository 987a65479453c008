const FIXED = 10
const [HEADER_CHECK, EXTRA, NAME, COMMENT] = [2, 4, 8, 16]

/**
 * What follows the header of a gzip file (RFC 1952 §2.3): deflated data, then a checksum, which may be wrong, and
 * whatever stands behind it. Null for what is no gzip file.
 */
export function gzipContent(bytes: Uint8Array): Uint8Array | null {
  if (bytes.length < FIXED || bytes[0] !== 0x1f || bytes[1] !== 0x8b || bytes[2] !== 8) return null
  const flags = bytes[3] ?? 0
  let at = FIXED
  if ((flags & EXTRA) !== 0) at += 2 + (bytes[at] ?? 0) + ((bytes[at + 1] ?? 0) << 8)
  for (const text of [NAME, COMMENT]) {
    if ((flags & text) === 0) continue
    const end = bytes.indexOf(0, at)
    if (end < 0) return null
    at = end + 1
  }
  if ((flags & HEADER_CHECK) !== 0) at += 2
  return bytes.subarray(at)
}
