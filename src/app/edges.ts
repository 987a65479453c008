import { randomBytes } from 'node:crypto'

/** Where time and chance come in. */
export interface Edges {
  /** Milliseconds since 1970-01-01 UTC. */
  now(): number
  /** Random lower-case hexadecimal digits. */
  hex(digits: number): string
}

/** The real clock and the system's random numbers. */
export const systemEdges: Edges = {
  now: () => Date.now(),
  hex: (digits) =>
    randomBytes(Math.ceil(digits / 2))
      .toString('hex')
      .slice(0, digits),
}
