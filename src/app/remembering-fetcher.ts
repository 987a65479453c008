import type { ObservationId } from '../core/ids.ts'
import type { Observation } from '../core/observation.ts'
import { observationId } from '../core/probe.ts'
import type { Fetched, Fetcher } from '../fetch/fetcher.ts'
import { renewed, validatorsOf } from '../fetch/reuse.ts'
import type { RunStore } from '../store/run-store.ts'

/** What is known from before. */
export interface Memory {
  /** The observations of an earlier run. */
  readonly observations: readonly Observation[]
  readonly store: Pick<RunStore, 'body'>
  /** Milliseconds after which an answer is asked for whole, whatever the server says. */
  readonly maximumAge: number
  /** Milliseconds since 1970-01-01 UTC. */
  readonly now: () => number
}

/** The body of an earlier answer; null where the store has it no more, or damaged. */
async function bodyOf({ answer }: Observation, store: Memory['store']): Promise<Fetched['body']> {
  const digest = answer.kind === 'response' ? answer.body : null
  if (digest === null) return null
  const bytes = await store.body(digest).catch(() => null)
  return bytes === null ? null : { digest, bytes }
}

/**
 * A fetcher that asks for a page only if it has changed since an earlier run (RFC 9110 §13): an answer of 304 becomes what
 * that run has seen. Repeats, control pages and opinions are asked as ever, and so is everything that the earlier answer
 * cannot stand for.
 */
export function rememberingFetcher(fetcher: Fetcher, memory: Memory): Fetcher {
  const visits = new Map<ObservationId, Observation>(
    memory.observations.filter((one) => one.purpose === 'visit').map((one) => [one.id, one]),
  )
  return {
    fetch: async (probe) => {
      const earlier = visits.get(observationId(probe.purpose, probe.address))
      const validators = earlier === undefined ? null : validatorsOf(earlier, memory.now(), memory.maximumAge)
      if (earlier === undefined || validators === null) return fetcher.fetch(probe)
      const fetched = await fetcher.fetch({ ...probe, validators })
      const { answer } = fetched.observation
      if (answer.kind !== 'response' || answer.status !== 304) return fetched
      const observation = renewed(fetched.observation, earlier)
      const body = observation === null ? null : await bodyOf(earlier, memory.store)
      return observation === null || body === null ? fetcher.fetch(probe) : { observation, body }
    },
    close: () => fetcher.close(),
  }
}
