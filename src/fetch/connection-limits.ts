/** The place of one open connection. */
export interface Place {
  /** Nobody uses the connection now; `close` is called when its place is needed for another one. */
  idle(close: () => void): void
  /** It is used again. */
  busy(): void
  /** It is closed. */
  free(): void
}

/** How many connections may be open at once; those that are kept alive without being used count. */
export interface ConnectionLimits {
  /** A place for a connection to a host; null when there is none, and then `again` is called when there may be one. */
  take(host: string, again: () => void): Place | null
}

/** What the limits are: for everything together, for each host name, and for whatever server hosts share. */
export interface ConnectionCounts {
  readonly overall: number
  readonly perHost: (host: string) => number
  /** The server behind a host name and what it may be burdened with at present; null for none that is known. */
  readonly serverOf: (host: string) => { readonly key: string; readonly connections: number } | null
}

/** Connections that are counted together. */
interface Scope {
  limit: number
  open: number
  /** Idle places that were asked to close and have not yet. */
  leaving: number
}

/** A connection that nobody uses now. */
interface Idle {
  readonly scopes: readonly Scope[]
  readonly leave: () => void
}

const emptyScope = (limit: number): Scope => ({ limit, open: 0, leaving: 0 })

function firstIn(scope: Scope, idle: ReadonlySet<Idle>): Idle | null {
  for (const one of idle) if (one.scopes.includes(scope)) return one
  return null
}

/**
 * Counts open connections. Where there is no place, the connection that was idle longest makes one; it counts until it
 * is really closed, so that no server ever sees more than the limit.
 */
export function connectionLimits({ overall, perHost, serverOf }: ConnectionCounts): ConnectionLimits {
  const all = emptyScope(overall)
  const hosts = new Map<string, Scope>()
  const servers = new Map<string, Scope>()
  /** What can be closed, the longest idle first. */
  const idle = new Set<Idle>()
  let waiting: (() => void)[] = []

  const scopeOf = (map: Map<string, Scope>, key: string, limit: number): Scope => {
    const scope = map.get(key) ?? emptyScope(limit)
    scope.limit = limit
    map.set(key, scope)
    return scope
  }

  const scopesOf = (host: string): readonly Scope[] => {
    const server = serverOf(host)
    const own = scopeOf(hosts, host, perHost(host))
    return server === null ? [own, all] : [own, scopeOf(servers, server.key, server.connections), all]
  }

  const wake = (): void => {
    if (waiting.length === 0) return
    const woken = waiting
    waiting = []
    for (const again of woken) again()
  }

  const makeRoom = (scopes: readonly Scope[]): void => {
    const full = scopes.find((scope) => scope.open >= scope.limit)
    if (full === undefined || full.leaving >= waiting.length) return
    firstIn(full, idle)?.leave()
  }

  const place = (scopes: readonly Scope[]): Place => {
    let state: 'busy' | 'idle' | 'leaving' | 'free' = 'busy'
    let close = (): void => undefined
    const own: Idle = {
      scopes,
      leave: () => {
        idle.delete(own)
        state = 'leaving'
        for (const scope of scopes) scope.leaving += 1
        close()
      },
    }
    for (const scope of scopes) scope.open += 1
    return {
      idle: (end) => {
        state = 'idle'
        close = end
        idle.add(own)
        wake()
      },
      busy: () => {
        state = 'busy'
        idle.delete(own)
      },
      free: () => {
        if (state === 'free') return
        idle.delete(own)
        for (const scope of scopes) {
          scope.open -= 1
          if (state === 'leaving') scope.leaving -= 1
        }
        state = 'free'
        wake()
      },
    }
  }

  return {
    take: (host, again) => {
      const scopes = scopesOf(host)
      if (scopes.every((scope) => scope.open < scope.limit)) return place(scopes)
      waiting.push(again)
      makeRoom(scopes)
      return null
    },
  }
}
