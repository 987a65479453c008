import type { Answer } from '../../core/observation.ts'
import { type Field, headOf } from './warc-record.ts'

type Response = Extract<Answer, { kind: 'response' }>

/** Headers that tell how the body was sent, which is not how it is kept: after decompression, in one piece. */
const OF_TRANSFER = new Set(['content-encoding', 'transfer-encoding', 'content-length'])

/** Headers that a 304 tells anew (RFC 9110 §15.4.5). */
const TOLD_ANEW = new Set([
  'cache-control',
  'content-location',
  'date',
  'etag',
  'expires',
  'last-modified',
  'vary',
])

const kept = ([name, value]: Field): Field =>
  OF_TRANSFER.has(name) ? [`x-archive-orig-${name}`, value] : [name, value]

/** What a GET of `address` says: its host and path, and `fields`. */
export function requestBlock(address: string, fields: readonly Field[]): readonly Uint8Array[] {
  const { host, pathname, search } = new URL(address)
  return [headOf(`GET ${pathname}${search} HTTP/1.1`, [['host', host], ...fields])]
}

/** A redirect, of which status and Location are kept. */
export const redirectBlock = (status: number, location: string): readonly Uint8Array[] => [
  headOf(`HTTP/1.1 ${status} `, [['location', location]]),
]

/** An answer's status and headers, with the bytes kept of its body. */
export function responseBlock(
  { status, headers }: Response,
  payload: Uint8Array | null,
): readonly Uint8Array[] {
  const fields = Object.entries(headers).map(kept)
  const length: Field = ['content-length', String(payload?.byteLength ?? 0)]
  const head = headOf(`HTTP/1.1 ${status} `, payload === null ? fields : [...fields, length])
  return payload === null ? [head] : [head, payload]
}

/** “Not modified”: of the headers kept those that such an answer tells anew. */
export const notModifiedBlock = ({ headers }: Response): readonly Uint8Array[] => [
  headOf(
    'HTTP/1.1 304 ',
    Object.entries(headers).filter(([name]) => TOLD_ANEW.has(name)),
  ),
]

/** What a request says to be told only of changes. */
export function validatorFields({ headers }: Response): readonly Field[] {
  const { etag, 'last-modified': lastModified } = headers
  return [
    ...(etag === undefined ? [] : [['if-none-match', etag] as const]),
    ...(lastModified === undefined ? [] : [['if-modified-since', lastModified] as const]),
  ]
}
