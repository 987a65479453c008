import type { Address } from '../core/address.ts'
import type { ObservationId } from '../core/ids.ts'
import type { Observation } from '../core/observation.ts'
import { observationId, type Purpose } from '../core/probe.ts'
import type { Page } from '../facts/page.ts'

/** Everything that a run has seen: its observations, and what was read from their bodies. */
export interface Evidence {
  /** The answer to one question; undefined when it was not asked. */
  ask(purpose: Purpose, address: Address): Observation | undefined
  observation(id: ObservationId): Observation | undefined
  /** The page behind an observation; undefined when it holds nothing that can be read. */
  page(id: ObservationId): Page | undefined
  /** Every observation made for a purpose, in the order in which they were handed in. */
  all(purpose: Purpose): readonly Observation[]
}

/** Indexes observations and the pages read from them. */
export function evidenceOf(
  observations: readonly Observation[],
  pages: ReadonlyMap<ObservationId, Page>,
): Evidence {
  const byId = new Map(observations.map((observation) => [observation.id, observation]))
  return {
    ask: (purpose, address) => byId.get(observationId(purpose, address)),
    observation: (id) => byId.get(id),
    page: (id) => pages.get(id),
    all: (purpose) => observations.filter((observation) => observation.purpose === purpose),
  }
}
