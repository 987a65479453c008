import type { Digest, RunId } from '../core/ids.ts'
import type { Observation } from '../core/observation.ts'
import type { Verdict } from '../core/verdict.ts'
import { evidenceDigest, observationDigest } from '../report/evidence/observation-record.ts'
import { systemHash } from './evidence-file.ts'

/** What stands for the evidence of each finding of a run, by fingerprint, in the order of fingerprints. */
export function evidenceDigests(
  run: RunId,
  verdicts: readonly Verdict[],
  observations: readonly Observation[],
): Readonly<Record<string, Digest>> {
  const byId = new Map(observations.map((one) => [one.id, one]))
  const behind = new Map<string, Digest[]>()
  for (const { fingerprint, evidence } of verdicts.flatMap((one) => one.findings)) {
    const seen = evidence.flatMap(({ observation }) => byId.get(observation) ?? [])
    const digests = seen.map((one) => observationDigest(run, one, systemHash))
    behind.set(fingerprint, [...(behind.get(fingerprint) ?? []), ...digests])
  }
  const sorted = [...behind].sort(([a], [b]) => (a < b ? -1 : 1))
  return Object.fromEntries(sorted.map(([print, digests]) => [print, evidenceDigest(digests, systemHash)]))
}
