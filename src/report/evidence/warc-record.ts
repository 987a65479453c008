/** SHA-256 of bytes that follow on one another, in lower-case hexadecimal digits. */
export type Hash = (parts: readonly Uint8Array[]) => string

/** Kinds of records that we write (WARC 1.1 §6). */
export type RecordType = 'warcinfo' | 'request' | 'response' | 'revisit' | 'metadata' | 'resource'

/** A named field of a record's head. */
export type Field = readonly [name: string, value: string]

/** A record before it is written. */
export interface WarcRecord {
  readonly type: RecordType
  /** `<urn:uuid:…>` */
  readonly id: string
  /** Milliseconds since 1970-01-01 UTC. */
  readonly date: number
  /** What it is about, without tokens; null for warcinfo. */
  readonly target: string | null
  readonly contentType: string
  /** Fields of this kind of record. */
  readonly fields: readonly Field[]
  /** SHA-256 of the body that the record holds or refers to, in hexadecimal digits; null where it has none. */
  readonly payload: string | null
  /** The block, in pieces that follow on one another. */
  readonly block: readonly Uint8Array[]
}

const encoder = new TextEncoder()

/** Text as UTF-8. */
export const utf8 = (text: string): Uint8Array => encoder.encode(text)

/** A value that stays on its line whatever a server has sent. */
export const oneLine = (text: string): string => text.replace(/[\r\n\0]+/g, ' ')

/** Lines as records and HTTP write them, with the empty line that ends a head. */
export const headOf = (first: string, fields: readonly Field[]): Uint8Array =>
  utf8(`${[first, ...fields.map(([name, value]) => `${name}: ${oneLine(value)}`)].join('\r\n')}\r\n\r\n`)

/** Fields as `application/warc-fields`. */
export const warcFields = (fields: readonly Field[]): Uint8Array =>
  utf8(fields.map(([name, value]) => `${name}: ${oneLine(value)}\r\n`).join(''))

const digested = (digest: string): string => `sha256:${digest}`

const END = utf8('\r\n\r\n')

/** A record as it stands in a file (WARC 1.1 §4), in pieces that follow on one another. */
export function recordBytes(record: WarcRecord, hash: Hash): readonly Uint8Array[] {
  const { type, id, date, target, contentType, fields, payload, block } = record
  const size = block.reduce((sum, piece) => sum + piece.byteLength, 0)
  const head = headOf('WARC/1.1', [
    ['WARC-Type', type],
    ['WARC-Record-ID', id],
    ['WARC-Date', new Date(date).toISOString()],
    ...(target === null ? [] : [['WARC-Target-URI', target] as const]),
    ...fields,
    ['WARC-Block-Digest', digested(hash(block))],
    ...(payload === null ? [] : [['WARC-Payload-Digest', digested(payload)] as const]),
    ['Content-Type', contentType],
    ['Content-Length', String(size)],
  ])
  return [head, ...block, END]
}
