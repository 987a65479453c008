import { promisify } from 'node:util'
import { gzip } from 'node:zlib'

const compress = promisify(gzip)

/** Where a gzip member names the system that made it (RFC 1952 §2.3), and what stands there for “unknown”. */
const SYSTEM = 9
const UNKNOWN = 255

/** Bytes as one gzip member that names neither the time nor the system, so that it is the same wherever it is made. */
export async function gzipMember(pieces: readonly Uint8Array[]): Promise<Uint8Array> {
  const member = await compress(pieces.length === 1 ? (pieces[0] ?? new Uint8Array()) : Buffer.concat(pieces))
  member[SYSTEM] = UNKNOWN
  return member
}
