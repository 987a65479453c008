import type { Observation } from '../../core/observation.ts'
import { roundOf } from '../../core/probe.ts'

/** Canary hosts, asked one after the other. Times are milliseconds since 1970-01-01 UTC. */
export interface Asking {
  readonly round: number
  readonly from: number
  readonly to: number
  readonly asked: readonly Observation[]
  readonly failed: readonly Observation[]
  /** Whether fewer than half of them failed. */
  readonly isWell: boolean
}

const answered = ({ answer }: Observation): boolean => answer.kind === 'response' && answer.status < 500

/** A run's canary observations, one asking after the other. */
export function canaryAskings(canaries: readonly Observation[]): readonly Asking[] {
  const rounds = new Map<number, Observation[]>()
  for (const one of canaries) rounds.set(roundOf(one.id), [...(rounds.get(roundOf(one.id)) ?? []), one])
  return [...rounds]
    .map(([round, asked]): Asking => {
      const times = asked.map((one) => one.observedAt)
      const failed = asked.filter((one) => !answered(one))
      return {
        round,
        from: Math.min(...times),
        to: Math.max(...times),
        asked,
        failed,
        isWell: failed.length * 2 < asked.length,
      }
    })
    .sort((a, b) => a.from - b.from || a.round - b.round)
}

/**
 * Whether our own network was well at an instant: the last asking of canaries before it and the first one after it say
 * so, as far as there are any.
 */
export function wasWell(instant: number, askings: readonly Asking[]): boolean {
  const before = askings.filter((asking) => asking.from <= instant).at(-1)
  const after = askings.find((asking) => asking.to >= instant)
  return before?.isWell !== false && after?.isWell !== false
}
