import type { FailureReason } from '../core/observation.ts'
import { fewerAtOnce, isCrowded, moreAtOnce } from './crowding.ts'
import { type Brought, gapOf, learn } from './host-delay.ts'
import { limitsOf } from './host-limits.ts'
import type { FetchOptions } from './options.ts'
import { type PacedHost, pacedHost, type ServerLoad, serverLoad } from './paced-host.ts'
import { quietTime, quietUntil } from './quiet-hours.ts'
import type { Server, Servers } from './servers.ts'

/** Why a request was not made: what is left over when a host may not be asked any more in this run. */
export interface Withheld {
  readonly kind: 'failure'
  readonly reason: Extract<FailureReason, 'budget-spent' | 'asked-to-wait'>
  readonly message: string
}

/** Adds up how long the asking itself took, waiting for turns not counted: milliseconds. */
export interface Spent {
  milliseconds: number
}

/** Lets requests start when their host's turn has come; everything that asks a host goes through here. */
export interface Pacing {
  /**
   * Asks, perhaps again where the server turned the connection away because it has too many of them. What each asking
   * took is added to `spent`.
   */
  pace<T extends Brought>(host: string, ask: () => Promise<T>, spent?: Spent): Promise<T | Withheld>
  /** The server that a host name leads to, and what it bears at once as far as is known; null before it was asked. */
  serverOf(host: string): Server | null
  /** Tells what robots.txt wants between two requests to a host: milliseconds, clamped here. */
  crawlDelay(host: string, wanted: number): void
}

/** What pacing takes from the options. */
export type PacingOptions = Pick<
  FetchOptions,
  | 'concurrency'
  | 'named'
  | 'perHost'
  | 'delays'
  | 'retries'
  | 'budget'
  | 'quiet'
  | 'onQuiet'
  | 'now'
  | 'sleep'
>

/** What pacing must know of what lies behind host names. */
export interface Surroundings {
  readonly servers: Servers
  /** Bytes that have come from a host. */
  readonly bytesFrom: (host: string) => number
}

/** So often is one request begun anew because its server had too many connections. */
const MOST_CROWDED = 8

/**
 * Per host: so many requests at once, a gap between two starts, rest where the host asks for it, a budget; per server
 * (several host names may share one): so many requests at once; over all: so many at once, none in quiet hours. A host
 * that waits holds no place among all, and hosts take turns. What a request costs here does not depend on how many wait.
 */
export function pacing(options: PacingOptions, { servers, bytesFrom }: Surroundings): Pacing {
  const { concurrency, budget, quiet, delays } = options
  const hosts = new Map<string, PacedHost>()
  const loads = new Map<string, ServerLoad>()
  /** Hosts that have something waiting and may start it, the one whose turn it is first. */
  const ready = new Set<PacedHost>()
  let inFlight = 0
  let quietOver = 0
  let isQuietTimed = false

  const clock = (host: PacedHost): number => Math.max(options.now(), host.restedAt)
  const isRested = (host: PacedHost): boolean => host.notBefore === 0 || clock(host) >= host.notBefore
  const hasRoom = (host: PacedHost): boolean =>
    host.server !== null &&
    host.inFlight < host.limits.connections &&
    host.server.inFlight < host.server.mostAtOnce

  const withheld = (host: PacedHost): Withheld | null => {
    if (host.closedUntil > 0 && options.now() < host.closedUntil) {
      const message = `Retry-After: ${new Date(host.closedUntil).toISOString()}`
      return { kind: 'failure', reason: 'asked-to-wait', message }
    }
    const { requests, bytes } = budget
    if (requests !== null && host.asked >= requests)
      return { kind: 'failure', reason: 'budget-spent', message: `${requests} requests` }
    if (bytes !== null && bytesFrom(host.name) >= bytes)
      return { kind: 'failure', reason: 'budget-spent', message: `${bytes} bytes` }
    return null
  }

  /** Whether nothing is begun at this time of the day. */
  const isQuiet = (): boolean => {
    if (quiet.hours.length === 0) return false
    const now = Math.max(options.now(), quietOver)
    const until = quietUntil(quiet.hours, now)
    if (until === null) return false
    if (quiet.mode === 'end') {
      for (const host of hosts.values()) {
        for (const turn of host.waiting.splice(0)) turn.reject(quietTime(until))
      }
      ready.clear()
      return true
    }
    if (isQuietTimed) return true
    isQuietTimed = true
    options.onQuiet(until)
    void options.sleep(until - now).then(() => {
      quietOver = until
      isQuietTimed = false
      pump()
    })
    return true
  }

  const rest = (host: PacedHost): void => {
    if (host.isResting) return
    host.isResting = true
    const until = host.notBefore
    void options.sleep(until - clock(host)).then(() => {
      host.isResting = false
      host.restedAt = until
      consider(host)
      pump()
    })
  }

  /** Puts a host where it belongs: among those that may start, with its server's queue, to rest, or nowhere. */
  function consider(host: PacedHost): void {
    const { server } = host
    if (host.waiting.length === 0 || server === null) return
    const why = withheld(host)
    if (why !== null) for (const turn of host.waiting.splice(0)) turn.resolve(why)
    else if (host.inFlight >= host.limits.connections) return
    else if (!isRested(host)) rest(host)
    else if (server.inFlight >= server.mostAtOnce) server.full.add(host)
    else ready.add(host)
  }

  const start = (host: PacedHost): void => {
    host.asked += 1
    host.inFlight += 1
    inFlight += 1
    if (host.server !== null) host.server.inFlight += 1
    const gap = gapOf(host.delay, host.limits.gap, delays)
    if (gap > 0) host.notBefore = Math.max(host.notBefore, clock(host) + gap)
  }

  function pump(): void {
    while (inFlight < concurrency && ready.size > 0) {
      const [host] = ready
      if (host === undefined || isQuiet()) return
      ready.delete(host)
      if (hasRoom(host) && isRested(host)) {
        const turn = host.waiting.shift()
        if (turn === undefined) continue
        start(host)
        turn.resolve(null)
      }
      consider(host)
    }
  }

  const end = (host: PacedHost): void => {
    const { server } = host
    host.inFlight -= 1
    inFlight -= 1
    if (server !== null) {
      server.inFlight -= 1
      let room = server.mostAtOnce - server.inFlight
      for (const waiting of server.full) {
        if (room <= 0) break
        room -= 1
        server.full.delete(waiting)
        consider(waiting)
      }
    }
    consider(host)
    pump()
  }

  /** Hosts of requests that ended in this turn of the event loop. */
  let ended: PacedHost[] = []
  const endAll = (): void => {
    const hosts = ended
    ended = []
    for (const host of hosts) end(host)
  }
  /** A connection can be used again one turn of the event loop after its answer; until then it would look busy. */
  const endNextTurn = (host: PacedHost): void => {
    if (ended.push(host) === 1) setImmediate(endAll)
  }

  const settle = (host: PacedHost, server: Server): void => {
    const load = loads.get(server.key) ?? serverLoad(server.connections)
    loads.set(server.key, load)
    host.server = load
  }

  const hostNamed = (name: string): PacedHost => {
    const known = hosts.get(name)
    if (known !== undefined) return known
    const host = pacedHost(name, limitsOf(name, options))
    hosts.set(name, host)
    const server = servers.find(name)
    if (!(server instanceof Promise)) settle(host, server)
    else
      void server.then((found) => {
        settle(host, found)
        consider(host)
        pump()
      })
    return host
  }

  /** Null when the host's turn has come, at once where nothing speaks against it. */
  const turn = (host: PacedHost): Withheld | null | Promise<Withheld | null> => {
    const why = withheld(host)
    if (why !== null) return why
    const isFree = host.waiting.length === 0 && inFlight < concurrency && hasRoom(host) && isRested(host)
    if (isFree && !isQuiet()) {
      start(host)
      return null
    }
    return new Promise((resolve, reject) => {
      host.waiting.push({ resolve, reject })
      consider(host)
      pump()
    })
  }

  /** Heeds what an answer says of the host; true when it is to be asked again because there was no room for us. */
  const heed = (host: PacedHost, brought: Brought, startedAt: number): boolean => {
    const endedAt = options.now()
    const until = learn(host.delay, brought, startedAt, endedAt, options)
    if (until - endedAt > delays.longestRest) host.closedUntil = Math.max(host.closedUntil, until)
    else if (until > host.notBefore) host.notBefore = until
    const { server } = host
    if (server === null) return false
    if (isCrowded(brought)) return fewerAtOnce(server)
    if (brought.status !== undefined) moreAtOnce(server)
    return false
  }

  return {
    pace: async (name, ask, spent) => {
      const host = hostNamed(name)
      for (let crowded = 0; ; crowded += 1) {
        const awaited = turn(host)
        const why = awaited instanceof Promise ? await awaited : awaited
        if (why !== null) return why
        const startedAt = options.now()
        try {
          const brought = await ask()
          if (!heed(host, brought, startedAt) || crowded >= MOST_CROWDED) return brought
        } finally {
          if (spent !== undefined) spent.milliseconds += options.now() - startedAt
          endNextTurn(host)
        }
      }
    },
    serverOf: (name) => {
      const server = servers.known(name)
      const load = hosts.get(name)?.server
      if (server === null || load === null || load === undefined) return server
      return { key: server.key, connections: load.mostAtOnce }
    },
    crawlDelay: (name, wanted) => {
      const { delay } = hostNamed(name)
      delay.crawlDelay = Math.max(delay.crawlDelay, Math.min(wanted, delays.longestCrawlDelay))
    },
  }
}
