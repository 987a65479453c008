import type { Answer, Observation } from '../core/observation.ts'
import type { Validators } from '../core/probe.ts'

type Response = Extract<Answer, { kind: 'response' }>

/** Headers that a 304 tells anew (RFC 9110 §15.4.5). */
const TOLD_ANEW = ['cache-control', 'content-location', 'date', 'etag', 'expires', 'last-modified', 'vary']

/** When the body of an answer was read whole. */
const readWholeAt = ({ observedAt }: Observation, answer: Response): number =>
  answer.unchangedSince ?? observedAt

const fieldsIn = (header: string): readonly string[] =>
  header
    .toLowerCase()
    .split(',')
    .map((one) => one.trim())
    .filter((one) => one !== '')

/**
 * Whether Last-Modified can tell one version from the next: it lies a second or more before the answer itself, so that no
 * second change can bear the same time (RFC 9110 §8.8.2.2).
 */
function tellsVersions({ 'last-modified': modified, date }: Response['headers']): boolean {
  const [then, sent] = [Date.parse(modified ?? ''), Date.parse(date ?? '')]
  return sent - then >= 1_000
}

/**
 * What the headers of a page say of its version, as far as it can be asked for by it; null where nothing does: neither
 * ETag nor a Last-Modified that tells, or chosen by more than the address (Vary).
 */
export function versionIn(headers: Response['headers']): Validators | null {
  const { etag, 'last-modified': lastModified, vary = '' } = headers
  const varies = fieldsIn(vary).filter((one) => one !== 'accept-encoding')
  if (varies.includes('*') || (varies.length > 0 && etag === undefined)) return null
  if (etag !== undefined) return { etag, ...(lastModified === undefined ? {} : { lastModified }) }
  return lastModified !== undefined && tellsVersions(headers) ? { lastModified } : null
}

/**
 * Whether what was read whole at one time may still stand for a page at another, both in milliseconds: a server that
 * always says “unchanged” is not believed for longer than `maximumAge`.
 */
export function isFresh(readWhole: number, now: number, maximumAge: number): boolean {
  const age = now - readWhole
  return age >= 0 && age < maximumAge
}

/**
 * What may be asked of an address instead of its page: whether it has changed since an earlier answer. Null where that
 * answer is no page that could stand for a new one: redirected, cut short, without a body, read without trust, without
 * anything that tells its version, or read whole longer ago than `maximumAge` milliseconds. `now` in milliseconds.
 */
export function validatorsOf(earlier: Observation, now: number, maximumAge: number): Validators | null {
  const { answer } = earlier
  if (answer.kind !== 'response' || answer.status !== 200 || answer.body === null) return null
  if (answer.truncated || answer.tls !== undefined) return null
  if (earlier.hops.length > 0 || answer.address !== earlier.address) return null
  return isFresh(readWholeAt(earlier, answer), now, maximumAge) ? versionIn(answer.headers) : null
}

const opaque = (etag: string): string => etag.replace(/^W\//, '')

/** Whether a 304 answers what was asked: not redirected, not read without trust, and of the same version. */
export function saysUnchanged({ answer, hops }: Observation, { etag }: Validators): boolean {
  if (answer.kind !== 'response' || answer.status !== 304) return false
  if (hops.length > 0 || answer.tls !== undefined) return false
  const told = answer.headers.etag
  return told === undefined || etag === undefined || told === etag || opaque(told) === opaque(etag)
}

/**
 * An observation of 304 as one of the page that it stands for, with the evidence of the earlier answer; null where it is
 * no answer to what was asked: redirected, without trust, or about another version.
 */
export function renewed(observation: Observation, earlier: Observation): Observation | null {
  const { answer } = observation
  const before = earlier.answer
  if (answer.kind !== 'response' || before.kind !== 'response') return null
  const { etag } = before.headers
  if (!saysUnchanged(observation, etag === undefined ? {} : { etag })) return null
  const anew = TOLD_ANEW.flatMap((name) => {
    const value = answer.headers[name]
    return value === undefined ? [] : [[name, value] as const]
  })
  const headers = Object.fromEntries(
    Object.entries({ ...before.headers, ...Object.fromEntries(anew) }).sort(([a], [b]) => (a < b ? -1 : 1)),
  )
  return { ...observation, answer: { ...before, headers, unchangedSince: readWholeAt(earlier, before) } }
}
