import { type Address, withoutTokens } from '../core/address.ts'
import type { ObservationId } from '../core/ids.ts'
import type { Observation } from '../core/observation.ts'
import { observationId, type Purpose, roundOf } from '../core/probe.ts'
import type { FileHead } from '../facts/files/file-head.ts'
import type { Page } from '../facts/page.ts'

/** Everything that a run has seen: its observations, and what was read from their bodies. */
export interface Evidence {
  /** The answer to one question; undefined when it was not asked. */
  ask(purpose: Purpose, address: Address): Observation | undefined
  observation(id: ObservationId): Observation | undefined
  /** The page behind an observation; undefined when it holds nothing that can be read. */
  page(id: ObservationId): Page | undefined
  /** What the body behind an observation is as a file; undefined when it has none. */
  file(id: ObservationId): FileHead | undefined
  /** Every observation made for a purpose, in the order in which they were handed in. */
  all(purpose: Purpose): readonly Observation[]
  /** What was asked about an address in later rounds. */
  again(address: Address): readonly Observation[]
}

/** What was read from the bodies of a run. */
export interface Readings {
  readonly pages: ReadonlyMap<ObservationId, Page>
  readonly files: ReadonlyMap<ObservationId, FileHead>
}

const isLater = ({ purpose, id }: Observation): boolean =>
  purpose === 'confirmation' || (purpose === 'opinion' && roundOf(id) > 0)

/** Indexes observations and what was read from their bodies. */
export function evidenceOf(observations: readonly Observation[], { pages, files }: Readings): Evidence {
  const byId = new Map(observations.map((observation) => [observation.id, observation]))
  const again = new Map<Address, Observation[]>()
  for (const one of observations.filter(isLater)) {
    const address = withoutTokens(one.address)
    again.set(address, [...(again.get(address) ?? []), one])
  }
  return {
    ask: (purpose, address) => byId.get(observationId(purpose, address)),
    observation: (id) => byId.get(id),
    page: (id) => pages.get(id),
    file: (id) => files.get(id),
    all: (purpose) => observations.filter((observation) => observation.purpose === purpose),
    again: (address) => again.get(withoutTokens(address)) ?? [],
  }
}
