import type { Digest, RunId } from '../../core/ids.ts'
import type { Answer, FailureReason, Hop, Observation } from '../../core/observation.ts'
import { shown } from '../seen.ts'
import {
  notModifiedBlock,
  redirectBlock,
  requestBlock,
  responseBlock,
  validatorFields,
} from './http-block.ts'
import { observationRecord } from './observation-record.ts'
import { recordId } from './record-id.ts'
import type { Field, Hash, RecordType, WarcRecord } from './warc-record.ts'

/** What every record of a file shares. */
export interface WarcFile {
  readonly run: RunId
  /** The id of the file's warcinfo record. */
  readonly info: string
  /** What every request said, beside its host. */
  readonly requestFields: readonly Field[]
  readonly hash: Hash
}

/** A body that the file holds already. */
export interface Held {
  readonly id: string
  readonly target: string
  readonly date: number
}

const REVISIT = 'http://netpreserve.org/warc/1.1/revisit'
const HTTP_REQUEST = 'application/http;msgtype=request'
const HTTP_RESPONSE = 'application/http;msgtype=response'

/** Failures before which a request was sent. */
const AFTER_REQUEST: ReadonlySet<FailureReason> = new Set([
  'headers-timeout',
  'body-timeout',
  'headers-too-large',
  'decompression-fault',
  'protocol-fault',
])

type Response = Extract<Answer, { kind: 'response' }>

/** Where the last request of an observation went. */
function lastAsked({ address, hops, answer }: Observation): string {
  const hop = hops.at(-1)
  if (answer.kind === 'response') return shown(answer.address)
  if (hop === undefined) return shown(address)
  try {
    return shown(new URL(hop.location, hop.address).href)
  } catch {
    return shown(hop.address)
  }
}

/**
 * The record among those of a file that has the body of an observation: the body has to be read and written only where
 * this is null. An answer of “unchanged” can stand for an earlier one of the same address only.
 */
export function heldFor(observation: Observation, held: ReadonlyMap<Digest, Held>): Held | null {
  const { answer } = observation
  if (answer.kind !== 'response' || answer.body === null) return null
  const found = held.get(answer.body) ?? null
  return answer.unchangedSince === undefined || found?.target === lastAsked(observation) ? found : null
}

/**
 * The records of one observation, in the order in which things happened: request and answer of each redirect and of the
 * end, then a metadata record with the observation itself, which is all that a failure or a second opinion leaves. `payload`: the
 * body's bytes; null where there is none or `held` has it.
 */
export function capturedRecords(
  observation: Observation,
  payload: Uint8Array | null,
  held: Held | null,
  file: WarcFile,
): readonly WarcRecord[] {
  const { hops, answer, observedAt: date } = observation
  const named = (kind: string): string => recordId(file.hash, file.run, observation.id, kind)
  const record = (
    type: RecordType,
    kind: string,
    target: string,
    rest: Pick<WarcRecord, 'contentType' | 'block'> & Partial<WarcRecord>,
  ): WarcRecord => ({
    type,
    id: named(kind),
    date,
    target,
    payload: null,
    ...rest,
    fields: [['WARC-Warcinfo-ID', file.info], ...(rest.fields ?? [])],
  })
  const request = (step: string, target: string, more: readonly Field[] = []): WarcRecord =>
    record('request', `request ${step}`, target, {
      contentType: HTTP_REQUEST,
      fields: [['WARC-Concurrent-To', named(`response ${step}`)]],
      block: requestBlock(target, [...file.requestFields, ...more]),
    })

  const redirect = ({ address, status, location }: Hop, at: number): readonly WarcRecord[] => {
    const target = shown(address)
    const block = redirectBlock(status, shown(location))
    return [
      request(`${at}`, target),
      record('response', `response ${at}`, target, {
        contentType: HTTP_RESPONSE,
        // Only status and Location of a redirect are kept.
        fields: [['WARC-Truncated', 'unspecified']],
        block,
        payload: file.hash([]),
      }),
    ]
  }

  const whole = (response: Response, kind: string, at: number, fields: readonly Field[]): WarcRecord =>
    record('response', kind, lastAsked(observation), {
      contentType: HTTP_RESPONSE,
      date: at,
      fields: [...fields, ...(response.truncated ? [['WARC-Truncated', 'length'] as const] : [])],
      block: responseBlock(response, payload),
      payload: response.body ?? file.hash([]),
    })

  const revisit = (response: Response, profile: string, to: Held, block: WarcRecord['block']): WarcRecord =>
    record('revisit', 'response end', lastAsked(observation), {
      contentType: HTTP_RESPONSE,
      fields: [
        ['WARC-Profile', `${REVISIT}/${profile}`],
        ['WARC-Refers-To', to.id],
        ['WARC-Refers-To-Target-URI', to.target],
        ['WARC-Refers-To-Date', new Date(to.date).toISOString()],
        ...(response.truncated ? [['WARC-Truncated', 'length'] as const] : []),
      ],
      block,
      payload: response.body,
    })

  const end = (): readonly WarcRecord[] => {
    const target = lastAsked(observation)
    if (answer.kind === 'opinion' || answer.kind === 'lookup') return []
    if (answer.kind === 'failure') return AFTER_REQUEST.has(answer.reason) ? [request('end', target)] : []
    const { unchangedSince } = answer
    if (unchangedSince === undefined) {
      const got =
        held === null
          ? whole(answer, 'response end', date, [])
          : revisit(answer, 'identical-payload-digest', held, responseBlock(answer, null))
      return [request('end', target), got]
    }
    const earlier = held === null ? whole(answer, 'response earlier', unchangedSince, []) : null
    const to = held ?? { id: named('response earlier'), target, date: unchangedSince }
    return [
      ...(earlier === null ? [] : [earlier]),
      request('end', target, validatorFields(answer)),
      revisit(answer, 'server-not-modified', to, notModifiedBlock(answer)),
    ]
  }

  const before = [...hops.flatMap(redirect), ...end()]
  const said = before.findLast((one) => one.type !== 'warcinfo')
  const metadata = record('metadata', 'metadata', shown(observation.address), {
    contentType: 'application/json',
    fields: said === undefined ? [] : [['WARC-Concurrent-To', said.id]],
    block: [observationRecord(file.run, observation)],
  })
  return [...before, metadata]
}
