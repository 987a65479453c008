import { pipeline, type Readable, type Transform } from 'node:stream'
import { constants, createBrotliDecompress, createUnzip } from 'node:zlib'

/** What was kept of a body, after decompression. */
export interface KeptBody {
  readonly bytes: Uint8Array
  readonly truncated: boolean
}

function decoderFor(encoding: string): Transform | null {
  if (/^(?:x-)?gzip$|^deflate$/i.test(encoding)) return createUnzip({ finishFlush: constants.Z_SYNC_FLUSH })
  if (/^br$/i.test(encoding)) return createBrotliDecompress()
  return null
}

/**
 * Reads a body up to `limit` bytes after decompression, then closes the stream: a bomb costs no more than an honest
 * page. Rejects with the stream's or the decoder's error.
 */
export async function readBody(body: Readable, encoding: string, limit: number): Promise<KeptBody> {
  const decoder = decoderFor(encoding.trim())
  const source = decoder === null ? body : decoder
  if (decoder !== null) pipeline(body, decoder, () => undefined)
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of source) {
    const bytes = chunk as Uint8Array
    chunks.push(bytes.subarray(0, limit - size))
    size += bytes.length
    if (size > limit) {
      body.destroy()
      break
    }
  }
  return { bytes: Buffer.concat(chunks), truncated: size > limit }
}
