import { buildConnector, Client, type Dispatcher } from 'undici'
import { type ConnectionLimits, connectionLimits, type Place } from './connection-limits.ts'
import { hostOfOrigin } from './host-of-origin.ts'
import { type Line, openLine } from './line.ts'

/** Sends a request on its way; what undici calls a dispatch function. */
export type Dispatch = Dispatcher['dispatch']

/** Kept-alive connections to every origin that is being asked. */
export interface Pools {
  readonly dispatch: Dispatch
  /** How many origins have a connection or wait for one. */
  size(): number
  /** Closes every connection; what is asked afterwards fails with a fault of ours. */
  destroy(): Promise<void>
}

/** How connections are made. */
export type PoolOptions = Omit<Client.Options, 'connect' | 'pipelining'> & {
  /** Connections to one host, where no limits are given. */
  readonly connections: number
  readonly connect?: buildConnector.connector
}

interface Pool {
  readonly origin: string
  readonly host: string
  /** Lines that nobody uses, the one used last at the end. */
  readonly free: Line[]
  /** What waits for a line. */
  readonly queue: Parameters<Dispatch>[]
  lines: number
  isWaiting: boolean
}

const limitsFor = (perHost: number): ConnectionLimits =>
  connectionLimits({ overall: Number.POSITIVE_INFINITY, perHost: () => perHost, serverOf: () => null })

/**
 * Connections with these options. undici's own Agent would do, but it counts by origin, never by host, by server or in
 * all, and leaves out what is only kept alive: a server would see more connections than it was promised.
 */
export function poolsOf(given: PoolOptions, limits = limitsFor(given.connections)): Pools {
  const { connections: _, connect = buildConnector({}), ...rest } = given
  const options = { ...rest, connect, pipelining: 1 }
  const pools = new Map<string, Pool>()
  const lines = new Set<Line>()
  let isDestroyed = false

  /** A place, however long it takes until there is one. */
  const placeAt = (host: string): Promise<Place> =>
    new Promise((resolve) => {
      const take = (): void => {
        const place = limits.take(host, take)
        if (place !== null) resolve(place)
      }
      take()
    })

  const serve = (pool: Pool): void => {
    for (let next = pool.queue[0]; next !== undefined; next = pool.queue[0]) {
      const line = pool.free.pop() ?? open(pool)
      if (line === null) return
      pool.queue.shift()
      line.dispatch(...next)
    }
  }

  /** A further line, where there is a place for it. */
  function open(pool: Pool): Line | null {
    if (pool.isWaiting) return null
    const place = limits.take(pool.host, () => {
      pool.isWaiting = false
      serve(pool)
    })
    pool.isWaiting = place === null
    if (place === null) return null
    const line = openLine(pool.origin, options, place, {
      takePlace: () => placeAt(pool.host),
      onFree: (freed) => {
        pool.free.push(freed)
        if (pool.queue.length > 0) serve(pool)
        else freed.rest()
      },
      onGone: (gone) => {
        lines.delete(gone)
        pool.lines -= 1
        const at = pool.free.indexOf(gone)
        if (at >= 0) pool.free.splice(at, 1)
        if (pool.lines === 0 && pool.queue.length === 0 && !isDestroyed) pools.delete(pool.origin)
      },
    })
    lines.add(line)
    pool.lines += 1
    return line
  }

  const poolAt = (origin: string): Pool => {
    const known = pools.get(origin)
    if (known !== undefined) return known
    const pool: Pool = { origin, host: hostOfOrigin(origin), free: [], queue: [], lines: 0, isWaiting: false }
    pools.set(origin, pool)
    return pool
  }

  /** What undici says of a request that comes too late. */
  const refuse = (origin: string, request: Parameters<Dispatch>): boolean => {
    const client = new Client(origin)
    void client.destroy()
    return client.dispatch(...request)
  }

  return {
    dispatch: (question, handler) => {
      const origin = String(question.origin)
      if (isDestroyed) return refuse(origin, [question, handler])
      const pool = poolAt(origin)
      const line = pool.free.pop()
      if (line !== undefined) return line.dispatch(question, handler)
      pool.queue.push([question, handler])
      serve(pool)
      return true
    },
    size: () => pools.size,
    destroy: async () => {
      isDestroyed = true
      for (const { origin, queue } of pools.values()) {
        for (const request of queue.splice(0)) refuse(origin, request)
      }
      await Promise.all([...lines].map((line) => line.destroy()))
    },
  }
}
