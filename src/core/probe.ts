import type { Address } from './address.ts'
import type { ObservationId } from './ids.ts'

/**
 * Why an address is asked for:
 * `visit`: what is there; `repeat`: is a dead link still dead; `control`: how does this host say "not found";
 * `opinion`: what does an independent engine say; `canary`: is our own network well.
 */
export type Purpose = 'visit' | 'repeat' | 'control' | 'opinion' | 'canary'

/** Where the address comes from. Registered addresses are asked for whatever robots.txt says (DESIGN §5.11). */
export type Origin = 'registered' | 'discovered'

/** One question put to one address. There is one probe per purpose and canonical address in a run. */
export interface Probe {
  readonly purpose: Purpose
  readonly address: Address
  readonly origin: Origin
  /** What an earlier answer said of itself: the server may answer 304 when nothing has changed (RFC 9110 §13.1). */
  readonly validators?: { readonly etag?: string; readonly lastModified?: string }
  /** `status`: the body is not wanted. A page by default. */
  readonly wants?: 'page' | 'status'
}

/** The id of the observation that answers this probe. */
export const observationId = (purpose: Purpose, address: Address): ObservationId => `${purpose} ${address}`
