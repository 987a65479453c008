import type { Digest, RunId } from '../../core/ids.ts'
import type { Observation } from '../../core/observation.ts'
import { type Hash, utf8 } from './warc-record.ts'

/** Keys in the order of their code units, at every depth. */
const sorted = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).filter(([, one]) => one !== undefined)
  return Object.fromEntries(
    entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, one]) => [key, sorted(one)]),
  )
}

/**
 * An observation as it is digested and as its metadata record holds it: JSON without white space, keys sorted, with the
 * run that made it.
 */
export const observationRecord = (run: RunId, observation: Observation): Uint8Array =>
  utf8(JSON.stringify(sorted({ run, ...observation })))

/** SHA-256 of an {@link observationRecord}. */
export const observationDigest = (run: RunId, observation: Observation, hash: Hash): Digest =>
  hash([observationRecord(run, observation)])

/**
 * What stands for everything behind one finding: SHA-256 over the digests of its observations, sorted, each on a line of
 * its own.
 */
export const evidenceDigest = (observations: readonly Digest[], hash: Hash): Digest =>
  hash([
    utf8(
      [...new Set(observations)]
        .sort()
        .map((one) => `${one}\n`)
        .join(''),
    ),
  ])
