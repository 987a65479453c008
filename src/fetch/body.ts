import type { Readable, Transform } from 'node:stream'
import { constants, createBrotliDecompress, createInflateRaw, createUnzip } from 'node:zlib'

/** What was kept of a body, after decompression. */
export interface KeptBody {
  readonly bytes: Uint8Array
  readonly truncated: boolean
}

/** A stream's first `limit` bytes. Leaving the loop early destroys the stream, and with it the connection. */
async function firstBytes(source: Readable, limit: number): Promise<KeptBody> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of source) {
    const bytes: Uint8Array = chunk
    chunks.push(bytes.subarray(0, limit - size))
    size += bytes.length
    if (size > limit) break
  }
  return { bytes: Buffer.concat(chunks), truncated: size > limit }
}

/**
 * A stream without its end gives what can be read of it: old servers forget gzip's trailer, and browsers don't mind.
 * Brotli, which would take almost any bytes for a beginning, may lack its end only when we cut it.
 */
const WITHOUT_END = { finishFlush: constants.Z_SYNC_FLUSH }
const CUT_BROTLI = { finishFlush: constants.BROTLI_OPERATION_FLUSH }

/** Compression method 8 in the low half of the first byte: zlib's own header (RFC 1950 §2.2). */
const hasZlibHeader = (firstByte: number): boolean => (firstByte & 0x0f) === 8

/** Null for a coding that browsers ignore too (`utf-8`, `none`, …). Some servers send `deflate` without a header. */
function decoderFor(encoding: string, firstByte: number, isCut: boolean): Transform | null {
  if (/^(?:x-)?gzip$/i.test(encoding)) return createUnzip(WITHOUT_END)
  if (/^deflate$/i.test(encoding)) {
    return hasZlibHeader(firstByte) ? createUnzip(WITHOUT_END) : createInflateRaw(WITHOUT_END)
  }
  return /^br$/i.test(encoding) ? createBrotliDecompress(isCut ? CUT_BROTLI : {}) : null
}

/**
 * A body without its coding, at most `limit` bytes of it: a bomb costs no more than an honest page. Rejects with the
 * decoder's error.
 */
export async function decompressed(sent: KeptBody, encoding: string, limit: number): Promise<KeptBody> {
  const [firstByte] = sent.bytes
  const decoder = firstByte === undefined ? null : decoderFor(encoding.trim(), firstByte, sent.truncated)
  if (decoder === null) return sent
  decoder.end(sent.bytes)
  const kept = await firstBytes(decoder, limit)
  return { bytes: kept.bytes, truncated: sent.truncated || kept.truncated }
}
