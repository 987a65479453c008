import { lookup as systemLookup } from 'node:dns'
import { isIP, type LookupFunction } from 'node:net'
import { buildConnector } from 'undici'
import { ForbiddenAddress, isForbidden } from './guard.ts'
import type { FetchOptions } from './options.ts'
import { resolveRuleFor } from './resolve.ts'

const bare = (hostname: string): string => hostname.replace(/^\[|\]$/g, '')

function nameNotFound(host: string): Error {
  return Object.assign(new Error(`getaddrinfo ENOTFOUND ${host}`), { code: 'ENOTFOUND' })
}

/** Looks names up as the system does, and refuses answers that are not public. */
const guardedLookup: LookupFunction = (hostname, lookupOptions, done) => {
  systemLookup(hostname, { ...lookupOptions, all: true }, (fault, addresses) => {
    const [first] = addresses ?? []
    if (fault !== null || first === undefined) {
      done(fault ?? (nameNotFound(hostname) as NodeJS.ErrnoException), '', 4)
      return
    }
    const forbidden = addresses.find((one) => isForbidden(one.address))
    if (forbidden !== undefined) done(new ForbiddenAddress(forbidden.address), '', 4)
    else if (lookupOptions.all) done(null, addresses)
    else done(null, first.address, first.family)
  })
}

/**
 * Opens connections: resolve rules first, then DNS, with the guard against private addresses on literals, on what DNS
 * says and on the peer that was really reached. A host that a resolve rule names is asked wherever the rule points.
 */
export function connectorFor(options: FetchOptions): buildConnector.connector {
  const guarded = !options.allowPrivate
  const base = { timeout: options.timeouts.connect, maxCachedSessions: 100 }
  const open = buildConnector(guarded ? { ...base, lookup: guardedLookup } : base)
  const direct = buildConnector(base)
  return (request, done) => {
    const host = bare(request.hostname)
    const rule = resolveRuleFor(host, options.resolve)
    if (rule !== null) {
      if (rule.target === null) {
        done(nameNotFound(host), null)
        return
      }
      const { address, port } = rule.target
      const servername = request.servername ?? host
      direct({ ...request, servername, hostname: address, port: String(port) }, done)
      return
    }
    if (guarded && isIP(host) !== 0 && isForbidden(host)) {
      done(new ForbiddenAddress(host), null)
      return
    }
    open(request, (...result) => {
      const [fault, socket] = result
      if (fault === null && guarded && isForbidden(socket.remoteAddress ?? '')) {
        socket.destroy()
        done(new ForbiddenAddress(socket.remoteAddress ?? host), null)
        return
      }
      done(...result)
    })
  }
}
