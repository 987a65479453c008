import { type HostDelay, noDelay } from './host-delay.ts'
import type { HostLimits } from './host-limits.ts'
import type { Withheld } from './pacing.ts'

/** What waits for its turn. */
export interface Turn {
  /** Null: begin; otherwise why there will be no turn. */
  readonly resolve: (why: Withheld | null) => void
  readonly reject: (fault: Error) => void
}

/** What is asked of a server, whatever host names it is asked by. */
export interface ServerLoad {
  /** Requests that it may be asked at once: fewer after it turned a connection away. */
  mostAtOnce: number
  /** What the configuration allows. */
  readonly limit: number
  inFlight: number
  /** Hosts that could start something if there were room, the one that waits longest first. */
  readonly full: Set<PacedHost>
  /** Answers since `mostAtOnce` changed. */
  answers: number
}

/** A host that is being asked. Times are milliseconds since 1970-01-01 UTC. */
export interface PacedHost {
  readonly name: string
  readonly limits: HostLimits
  readonly delay: HostDelay
  readonly waiting: Turn[]
  /** Null until its name has been looked up. */
  server: ServerLoad | null
  inFlight: number
  /** Requests so far. */
  asked: number
  /** Nothing is begun before; 0 for a host that never had to rest. */
  notBefore: number
  /** Until when it has rested: sleeping ends when `sleep` says so, whatever the clock says. */
  restedAt: number
  /** Whether somebody sleeps until `notBefore`. */
  isResting: boolean
  /** It asked to be left alone for longer than we wait; 0 = it did not. */
  closedUntil: number
}

/** A host that has not been asked yet. */
export const pacedHost = (name: string, limits: HostLimits): PacedHost => ({
  name,
  limits,
  delay: noDelay(),
  waiting: [],
  server: null,
  inFlight: 0,
  asked: 0,
  notBefore: 0,
  restedAt: 0,
  isResting: false,
  closedUntil: 0,
})

/** A server of which nothing is asked yet. */
export const serverLoad = (limit: number): ServerLoad => ({
  mostAtOnce: limit,
  limit,
  inFlight: 0,
  full: new Set(),
  answers: 0,
})
