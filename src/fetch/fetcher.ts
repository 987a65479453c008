import type { Digest } from '../core/ids.ts'
import type { Observation } from '../core/observation.ts'
import type { Probe } from '../core/probe.ts'

/** An observation together with the body it points to. */
export interface Fetched {
  readonly observation: Observation
  /** `digest` is empty where the options ask for none. */
  readonly body: { readonly digest: Digest; readonly bytes: Uint8Array } | null
}

/** Asks the web. Never throws for a fault of the world: that is an observation too. */
export interface Fetcher {
  fetch(probe: Probe): Promise<Fetched>
  /** Closes every connection. */
  close(): Promise<void>
}
