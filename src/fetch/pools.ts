import { type Dispatcher, Pool } from 'undici'

/** Sends a request on its way; what undici calls a dispatch function. */
export type Dispatch = Dispatcher['dispatch']

/** Kept-alive connections, a pool of them for every origin that is being asked. */
export interface Pools {
  readonly dispatch: Dispatch
  /** How many origins have a pool. */
  size(): number
  /** Closes every connection; what is asked afterwards fails with a fault of ours. */
  destroy(): Promise<void>
}

/**
 * Pools with these options. undici's own Agent would do, but when the last connection of an origin breaks off it begins
 * a new pool beside the old one, which then opens a connection too: more than the host was promised.
 */
export function poolsOf(options: Pool.Options): Pools {
  const pools = new Map<string, Pool>()
  let isDestroyed = false

  const open = (origin: string): Pool => {
    const pool = new Pool(origin, options)
    const forget = (): void => {
      if (isDestroyed) return
      const { connected, size } = pool.stats
      if (connected > 0 || size > 0) return
      if (pools.get(origin) === pool) pools.delete(origin)
      void pool.close()
    }
    pool.on('disconnect', forget).on('connectionError', forget)
    pools.set(origin, pool)
    if (isDestroyed) void pool.destroy()
    return pool
  }

  return {
    dispatch: (question, handler) => {
      const origin = String(question.origin)
      return (pools.get(origin) ?? open(origin)).dispatch(question, handler)
    },
    size: () => pools.size,
    destroy: async () => {
      isDestroyed = true
      await Promise.all([...pools.values()].map((pool) => pool.destroy()))
    },
  }
}
