import type { Observation } from '../core/observation.ts'

/** When a run is no longer believed (DESIGN §5.8). */
export interface ReliabilityLimits {
  /** The largest share (0–1) of visits that may fail without an answer. */
  readonly maximumFailedShare: number
  /** By how much (0–1) that share may exceed the one of the run before. */
  readonly maximumFailedJump: number
}

/** Whether a run can be believed, and what speaks against it. */
export interface Reliability {
  readonly reliable: boolean
  readonly failedShare: number
  readonly canariesFailed: number
  readonly canariesAsked: number
}

const answered = (observation: Observation): boolean =>
  observation.answer.kind === 'response' && observation.answer.status < 500

/** Visits that got no answer, as a share of all visits to registered addresses (0–1); 0 when there were none. */
export function failedShareOf(observations: readonly Observation[]): number {
  const visits = observations.filter((one) => one.purpose === 'visit' && one.origin === 'registered')
  const failed = visits.filter((one) => one.answer.kind === 'failure')
  return visits.length === 0 ? 0 : failed.length / visits.length
}

/**
 * Holds a run's failures against its limits: it is unreliable when half of its canary hosts or more do not answer, when
 * too many visits fail, or when many more fail than in the run before (`previousShare`, null without one).
 */
export function reliabilityOf(
  observations: readonly Observation[],
  limits: ReliabilityLimits,
  previousShare: number | null,
): Reliability {
  const canaries = observations.filter((one) => one.purpose === 'canary')
  const canariesFailed = canaries.filter((one) => !answered(one)).length
  const failedShare = failedShareOf(observations)
  const jumped = previousShare !== null && failedShare - previousShare > limits.maximumFailedJump
  const canariesDown = canaries.length > 0 && canariesFailed * 2 >= canaries.length
  return {
    reliable: !canariesDown && failedShare <= limits.maximumFailedShare && !jumped,
    failedShare,
    canariesFailed,
    canariesAsked: canaries.length,
  }
}
