import { type Address, withoutTokens } from './address.ts'
import type { ObservationId } from './ids.ts'

/**
 * Why an address is asked for:
 * `visit`: what is there; `repeat`: is a dead link still dead; `control`: how does this host say "not found";
 * `opinion`: what does an independent engine say; `canary`: is our own network well; `confirmation`: is it still so,
 * hours or days later; `catch-all`: can name servers say that a host does not exist: only the name is looked up.
 */
export type Purpose = 'visit' | 'repeat' | 'control' | 'opinion' | 'canary' | 'confirmation' | 'catch-all'

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

/** One question put to one address. There is one probe per purpose, canonical address and round in a run. */
export interface Probe {
  readonly purpose: Purpose
  readonly address: Address
  readonly origin: Origin
  /** Sent with the first request, not where it redirects to. */
  readonly validators?: Validators
  /** `page` unless it says otherwise. */
  readonly wants?: Wants
  /** How often it was asked before for the same purpose in the run; 0 unless it says otherwise. */
  readonly round?: number
}

/**
 * The id of the observation that answers a probe: what is asked again in a later round has an id of its own. Tokens are
 * no part of it, because it is stored and shown.
 */
export function observationId(purpose: Purpose, address: Address, round = 0): ObservationId {
  const shown = withoutTokens(address)
  return round === 0 ? `${purpose} ${shown}` : `${purpose} ${round} ${shown}`
}

/** The round in which an observation was made. */
export const roundOf = (id: ObservationId): number => Number(/^\S+ (\d+) /.exec(id)?.[1] ?? 0)
