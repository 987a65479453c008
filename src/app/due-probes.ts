import type { Observation } from '../core/observation.ts'
import { observationId, type Probe } from '../core/probe.ts'

/** Looks up what was observed, by id. */
type Observed = (id: string) => Observation | undefined

/** The refused visit that a second request would repeat; null for every other question. */
function refusedBefore({ purpose, address }: Probe, observed: Observed): Observation | null {
  const visit = purpose === 'repeat' ? observed(observationId('visit', address)) : undefined
  return visit?.answer.kind === 'failure' && visit.answer.reason === 'connection-refused' ? visit : null
}

/**
 * The questions of one round: second requests to hosts that refuse connections, which may just be starting again, come
 * last, when nothing else is left to ask.
 */
export function questionsOfRound(left: readonly Probe[], observed: Observed): readonly Probe[] {
  const others = left.filter((one) => refusedBefore(one, observed) === null)
  return others.length > 0 ? others : left
}

/** What may be asked now, and how many milliseconds until the next question may be, where none may. */
export interface DueProbes {
  readonly due: readonly Probe[]
  readonly wait: number
}

/**
 * A second request to a host that refused the connection is made only when `pause` milliseconds have passed since the
 * first (DESIGN §5.1). Everything else is due.
 */
export function dueProbes(
  probes: readonly Probe[],
  observed: Observed,
  pause: number,
  now: number,
): DueProbes {
  const dueAt = (one: Probe): number => {
    const refused = refusedBefore(one, observed)
    return refused === null ? now : refused.observedAt + pause
  }
  const due = probes.filter((one) => dueAt(one) <= now)
  const next = probes.reduce((least, one) => Math.min(least, dueAt(one)), Number.POSITIVE_INFINITY)
  return { due, wait: due.length > 0 ? 0 : next - now }
}
