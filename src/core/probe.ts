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

/** What an earlier answer said of its own version; an unchanged page then answers 304 without a body (RFC 9110 §13.1). */
export interface Validators {
  /** The ETag header, sent back as If-None-Match. */
  readonly etag?: string
  /** The Last-Modified header, sent back as If-Modified-Since. */
  readonly lastModified?: string
}

/**
 * How much of the answer is needed: `page`, its body up to the limit; `status`, its headers alone. Both ask with GET,
 * because old servers lie about HEAD (DESIGN §5.2).
 */
export type Wants = 'page' | 'status'

/** One question put to one address. There is one probe per purpose and canonical address in a run. */
export interface Probe {
  readonly purpose: Purpose
  readonly address: Address
  readonly origin: Origin
  /** Sent with the first request, not where it redirects to. */
  readonly validators?: Validators
  /** `page` unless it says otherwise. */
  readonly wants?: Wants
}

/** The id of the observation that answers this probe. */
export const observationId = (purpose: Purpose, address: Address): ObservationId => `${purpose} ${address}`
