import type { RunId } from '../../core/ids.ts'
import { recordId } from './record-id.ts'
import { type Hash, type WarcRecord, warcFields } from './warc-record.ts'

/** What a file of evidence says of itself. */
export interface WarcInfo {
  readonly run: RunId
  /** The file's name. */
  readonly name: string
  /** Name and version of the program. */
  readonly software: string
  readonly city: string
  readonly asOf: string
  /** The rule pack's name and version. */
  readonly pack: string
  readonly packHash: string
  readonly registryHash: string
  /** When the run ended, in milliseconds since 1970-01-01 UTC. */
  readonly date: number
}

/** What a reader must know to take the file for no more than it is. */
const HOW_MADE =
  'Written from what the audit has stored. Requests are rebuilt: method, host, path and the headers that every request of' +
  ' the program bears with the User-Agent configured when the file was written; cookies are not shown. Of answers the' +
  ' headers are as stored (names in lower case, several values of one name joined, values of cookies and tokens left' +
  ' out), HTTP version and reason phrase are not kept, and payloads are kept after decompression: Content-Encoding,' +
  ' Transfer-Encoding and Content-Length as sent are named x-archive-orig-. Of a redirect only status and Location are' +
  ' kept. A page that was "not modified" stands as the answer of the day on which it was read whole, and a revisit.' +
  ' Metadata records hold each observation as the store has it; their block digest is what evidence pages name.'

/** The record that a file begins with. */
export const infoRecord = (info: WarcInfo, hash: Hash): WarcRecord => ({
  type: 'warcinfo',
  id: recordId(hash, info.run, 'warcinfo'),
  date: info.date,
  target: null,
  contentType: 'application/warc-fields',
  fields: [['WARC-Filename', info.name]],
  payload: null,
  block: [
    warcFields([
      ['software', info.software],
      ['format', 'WARC File Format 1.1'],
      ['conformsTo', 'http://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/'],
      ['isPartOf', info.run],
      ['description', HOW_MADE],
      ['city', info.city],
      ['asOf', info.asOf],
      ['rulePack', `${info.pack} sha256:${info.packHash}`],
      ['registry', `sha256:${info.registryHash}`],
    ]),
  ],
})

/** A picture of a page, as PNG; `observation` names what it is a picture of, `id` the record of that. */
export const screenshotRecord = (
  picture: { readonly target: string; readonly date: number; readonly png: Uint8Array },
  of: { readonly run: RunId; readonly observation: string; readonly info: string; readonly id: string },
  hash: Hash,
): WarcRecord => ({
  type: 'resource',
  id: recordId(hash, of.run, of.observation, 'screenshot'),
  date: picture.date,
  target: picture.target,
  contentType: 'image/png',
  fields: [
    ['WARC-Warcinfo-ID', of.info],
    ['WARC-Concurrent-To', of.id],
  ],
  payload: hash([picture.png]),
  block: [picture.png],
})
