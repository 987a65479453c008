import { promisify } from 'node:util'
import { brotliCompress, brotliDecompress, constants } from 'node:zlib'
import type { BodyTable } from './tables.ts'

const deflate = promisify(brotliCompress)
const inflate = promisify(brotliDecompress)

/** Of 0–11. Moderate: the levels above gain a few per cent for several times the work. */
const QUALITY = 5

/** Bytes as they are kept. */
export type Packed = Pick<BodyTable, 'encoding' | 'content'>

const plain = (bytes: Uint8Array): Uint8Array =>
  new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength)

/** Bytes compressed, or as they are where that would not make them smaller. */
export async function pack(bytes: Uint8Array): Promise<Packed> {
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: QUALITY,
    [constants.BROTLI_PARAM_SIZE_HINT]: bytes.byteLength,
  }
  const content = await deflate(bytes, { params })
  return content.byteLength < bytes.byteLength
    ? { encoding: 'br', content }
    : { encoding: 'identity', content: bytes }
}

/** The bytes that were packed. Throws when they were damaged since. */
export const unpack = async ({ encoding, content }: Packed): Promise<Uint8Array> =>
  plain(encoding === 'br' ? await inflate(content) : content)
