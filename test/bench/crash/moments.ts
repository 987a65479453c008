import type { Moment } from './run-program.ts'

/** How long an undisturbed process takes, in milliseconds and requests. */
export interface Life {
  readonly requests: number
  /** Until its first request. */
  readonly beginning: number
  /** From its last request to its end. */
  readonly ending: number
}

/** At most so long after a request while there are more to come. */
const AFTER_REQUEST = 40

/**
 * A moment in the life of a process, by three random numbers: one in seven before its first request, a quarter after its
 * last, the others between. They go by what the process has done, not by the clock, so that a busy machine moves none.
 */
export function momentOf(life: Life, random: () => number): Moment {
  const [kind, place, delay] = [random(), random(), random()]
  if (kind < 1 / 7) return { requests: 0, delay: delay * life.beginning }
  if (kind > 3 / 4) return { requests: life.requests, delay: delay * life.ending }
  return { requests: 1 + Math.floor(place * (life.requests - 1)), delay: delay * AFTER_REQUEST }
}
