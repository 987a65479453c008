import type { Observation } from '../core/observation.ts'
import { observationId, type Probe } from '../core/probe.ts'

/** What may be asked now, and how many milliseconds until the next question may be, where none may. */
export interface DueProbes {
  readonly due: readonly Probe[]
  readonly wait: number
}

/**
 * A host that refuses connections may just be starting again: its second request is made only when `pause` milliseconds
 * have passed since the first (DESIGN §5.1). Everything else is due.
 */
export function dueProbes(
  probes: readonly Probe[],
  observed: (id: string) => Observation | undefined,
  pause: number,
  now: number,
): DueProbes {
  const dueAt = ({ purpose, address }: Probe): number => {
    const visit = purpose === 'repeat' ? observed(observationId('visit', address)) : undefined
    const isRefused = visit?.answer.kind === 'failure' && visit.answer.reason === 'connection-refused'
    return isRefused ? visit.observedAt + pause : now
  }
  const due = probes.filter((one) => dueAt(one) <= now)
  const next = probes.reduce((least, one) => Math.min(least, dueAt(one)), Number.POSITIVE_INFINITY)
  return { due, wait: due.length > 0 ? 0 : next - now }
}
