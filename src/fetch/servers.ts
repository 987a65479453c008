import { isIP } from 'node:net'
import { limitsOf } from './host-limits.ts'
import type { IpAddress } from './lookup.ts'
import type { FetchOptions } from './options.ts'
import { resolveRuleFor } from './resolve.ts'

/** What stands behind host names: several of them may share it. */
export interface Server {
  readonly key: string
  /** Connections that it may be burdened with, whatever host names they are for. */
  readonly connections: number
}

/** Which server a host name leads to. */
export interface Servers {
  /** What is known already; null before {@link find} has answered. */
  known(host: string): Server | null
  /** Looks the name up, once. Never rejects. */
  find(host: string): Server | Promise<Server>
}

type ServerOptions = Pick<
  FetchOptions,
  'lookup' | 'named' | 'perAddress' | 'perHost' | 'resolve' | 'timeouts'
>

/** The first of several addresses in the order of their text, so that it does not depend on whose turn it is. */
const firstOf = (found: readonly IpAddress[]): string | null =>
  found.map(({ address }) => address).sort()[0] ?? null

/** What comes within a time; null after it, and where nothing comes. */
function within<T>(promise: Promise<T>, milliseconds: number): Promise<T | null> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(null), milliseconds)
    promise.then(resolve, () => resolve(null)).finally(() => clearTimeout(timer))
  })
}

/**
 * Host names by the address that they lead to. A name that leads nowhere stands for itself; so does, for its limit, one
 * that a resolve rule sends somewhere: whoever wrote the rule knows what the server there can bear.
 */
export function serversOf(options: ServerOptions): Servers {
  const { lookup, resolve, timeouts } = options
  const mostFor = (host: string): number => Math.max(options.perAddress, limitsOf(host, options).connections)
  const servers = new Map<string, Server>()
  const finding = new Map<string, Promise<Server>>()

  const keep = (host: string, key: string, most = mostFor(host)): Server => {
    const server = { key, connections: most }
    servers.set(host, server)
    return server
  }

  /** What needs no look-up. */
  const plain = (host: string): Server | null => {
    const rule = resolveRuleFor(host, resolve)
    if (rule !== null) {
      const { target } = rule
      return keep(host, target === null ? host : `${target.address} ${target.port}`, Number.POSITIVE_INFINITY)
    }
    return isIP(host.replace(/^\[|\]$/g, '')) === 0 ? null : keep(host, host)
  }

  const lookUp = async (host: string): Promise<Server> => {
    const found = await within(lookup(host), timeouts.connect)
    finding.delete(host)
    return keep(host, found === null ? host : (firstOf(found) ?? host))
  }

  return {
    known: (host) => servers.get(host) ?? null,
    find: (host) => {
      const known = servers.get(host) ?? plain(host) ?? finding.get(host)
      if (known !== undefined && known !== null) return known
      const found = lookUp(host)
      finding.set(host, found)
      return found
    },
  }
}
