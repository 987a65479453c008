import type { Readable, Transform } from 'node:stream'
import {
  brotliDecompressSync,
  constants,
  createBrotliDecompress,
  createInflateRaw,
  createUnzip,
  inflateRawSync,
  unzipSync,
} from 'node:zlib'
import { gzipContent } from './gzip-content.ts'

/** What was kept of a body, after decompression. */
export interface KeptBody {
  readonly bytes: Uint8Array
  readonly truncated: boolean
}

/** One way to undo a content coding: at once, or piece by piece. */
interface Decoder {
  whole(bytes: Uint8Array, limit: number): Uint8Array
  stream(): Transform
}

/**
 * A stream without its end gives what can be read of it: old servers forget gzip's trailer, and browsers don't mind.
 * Brotli, which would take almost any bytes for a beginning, may lack its end only when we cut it.
 */
const WITHOUT_END = { finishFlush: constants.Z_SYNC_FLUSH }
const CUT_BROTLI = { finishFlush: constants.BROTLI_OPERATION_FLUSH }

const UNZIP: Decoder = {
  whole: (bytes, maxOutputLength) => unzipSync(bytes, { ...WITHOUT_END, maxOutputLength }),
  stream: () => createUnzip(WITHOUT_END),
}
const INFLATE_RAW: Decoder = {
  whole: (bytes, maxOutputLength) => inflateRawSync(bytes, { ...WITHOUT_END, maxOutputLength }),
  stream: () => createInflateRaw(WITHOUT_END),
}
const brotli = (isCut: boolean): Decoder => {
  const options = isCut ? CUT_BROTLI : {}
  return {
    whole: (bytes, maxOutputLength) => brotliDecompressSync(bytes, { ...options, maxOutputLength }),
    stream: () => createBrotliDecompress(options),
  }
}

/** Compression method 8 in the low half of the first byte: zlib's own header (RFC 1950 §2.2). */
const hasZlibHeader = (firstByte: number): boolean => (firstByte & 0x0f) === 8

/** Null for a coding that browsers ignore too (`utf-8`, `none`, …). Some servers send `deflate` without a header. */
function decoderFor(coding: string, firstByte: number, isCut: boolean): Decoder | null {
  if (coding === 'gzip' || coding === 'x-gzip') return UNZIP
  if (coding === 'deflate') return hasZlibHeader(firstByte) ? UNZIP : INFLATE_RAW
  return coding === 'br' ? brotli(isCut) : null
}

/** A stream's first `limit` bytes. Leaving the loop early destroys the stream. */
async function firstBytes(source: Readable, limit: number): Promise<KeptBody> {
  const pieces: Uint8Array[] = []
  let size = 0
  for await (const piece of source) {
    const bytes: Uint8Array = piece
    pieces.push(bytes.subarray(0, limit - size))
    size += bytes.length
    if (size > limit) break
  }
  return { bytes: Buffer.concat(pieces), truncated: size > limit }
}

const isTooLong = (fault: unknown): boolean =>
  fault instanceof RangeError && 'code' in fault && fault.code === 'ERR_BUFFER_TOO_LARGE'

/**
 * At once where the result fits the limit, which is many times faster; otherwise piece by piece until it is full. Gzip
 * with a wrong checksum or with something behind its end is read without either, as browsers do.
 */
async function decoded(decoder: Decoder, bytes: Uint8Array, limit: number): Promise<KeptBody> {
  try {
    return { bytes: decoder.whole(bytes, limit), truncated: false }
  } catch (fault) {
    const content = decoder === UNZIP && !isTooLong(fault) ? gzipContent(bytes) : null
    if (content !== null) return decoded(INFLATE_RAW, content, limit)
    if (!isTooLong(fault)) throw fault
  }
  const stream = decoder.stream()
  stream.end(bytes)
  return firstBytes(stream, limit)
}

/** Codings undone one after the other, as many as curl takes; a longer list is a trap. */
const MOST_CODINGS = 5

const tooManyCodings = (): Error =>
  Object.assign(new Error('too many content codings'), { code: 'TOO_MANY_CODINGS' })

/** `gzip, br` was first put into gzip, then into brotli (RFC 9110 §8.4): the last one is undone first. */
const codingsIn = (encoding: string): readonly string[] =>
  encoding
    .toLowerCase()
    .split(',')
    .map((one) => one.trim())
    .filter((one) => one !== '')
    .reverse()

/**
 * Undoes the Content-Encoding of a body, keeping at most `limit` bytes of each step: a bomb costs no more than an honest
 * page. Rejects with the decoder's error.
 */
export async function decodeBody(sent: KeptBody, encoding: string, limit: number): Promise<KeptBody> {
  const codings = encoding === '' ? [] : codingsIn(encoding)
  if (codings.length > MOST_CODINGS) throw tooManyCodings()
  let kept = sent
  for (const coding of codings) {
    const [firstByte] = kept.bytes
    const decoder = firstByte === undefined ? null : decoderFor(coding, firstByte, kept.truncated)
    if (decoder === null) continue
    const { bytes, truncated } = await decoded(decoder, kept.bytes, limit)
    kept = { bytes, truncated: kept.truncated || truncated }
  }
  return kept
}
