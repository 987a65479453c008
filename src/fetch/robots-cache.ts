/** A robots.txt as it was read. */
export interface StoredRobots {
  /** Null where the origin has none, so that everything is allowed. */
  readonly text: string | null
  /** Milliseconds since 1970-01-01 UTC. */
  readonly readAt: number
}

/** Where robots.txt is kept from run to run. Origins are `http://host:port`. */
export interface RobotsCache {
  /** Null where none is kept. */
  get(origin: string): Promise<StoredRobots | null>
  put(origin: string, robots: StoredRobots): Promise<void>
}

/** Keeps nothing beyond the run. */
export const noRobotsCache: RobotsCache = {
  get: async () => null,
  put: async () => undefined,
}
