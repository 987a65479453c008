import { lookup as systemLookup } from 'node:dns'
import { isIP, type LookupFunction } from 'node:net'
import { buildConnector } from 'undici'
import { forbiddenAddress, isForbidden } from './guard.ts'
import type { FetchOptions } from './options.ts'
import { resolveRuleFor } from './resolve.ts'

const fault = (code: string, host: string): NodeJS.ErrnoException =>
  Object.assign(new Error(`${code} ${host}`), { code })

/** Looks names up as the system does, and refuses answers that are not public. */
const guardedLookup: LookupFunction = (hostname, lookupOptions, done) => {
  systemLookup(hostname, { ...lookupOptions, all: true }, (failed, addresses) => {
    const [first] = addresses ?? []
    if (failed !== null || first === undefined) {
      done(failed ?? fault('ENOTFOUND', hostname), '', 4)
      return
    }
    const forbidden = addresses.find((one) => isForbidden(one.address))
    if (forbidden !== undefined) done(forbiddenAddress(forbidden.address), '', 4)
    else if (lookupOptions.all) done(null, addresses)
    else done(null, first.address, first.family)
  })
}

/** Why a connected peer may not be talked to; null when it may. */
const peerFault = (peer: string | undefined, host: string): Error | null => {
  if (peer === undefined) return fault('ECONNRESET', host)
  return isForbidden(peer) ? forbiddenAddress(peer) : null
}

/**
 * Opens connections: resolve rules first, then DNS, with the guard against private addresses on literals (for which
 * undici asks no look-up), on what DNS says and on the peer that was really reached. A host that a resolve rule names
 * is asked wherever the rule points; Host header and TLS server name stay the host's own.
 */
export function connectorFor(
  options: Pick<FetchOptions, 'allowPrivate' | 'resolve' | 'timeouts'>,
): buildConnector.connector {
  const { connect: timeout } = options.timeouts
  // Node gives each of several addresses 250 ms, too little for a far or slow host.
  const base = { timeout, autoSelectFamilyAttemptTimeout: Math.max(10, Math.ceil(timeout / 4)) }
  const direct = buildConnector(base)
  const guarded = buildConnector({ ...base, lookup: guardedLookup })
  return (request, done) => {
    const host = request.hostname
    const rule = resolveRuleFor(host, options.resolve)
    if (rule?.target === null) {
      done(fault('ENOTFOUND', host), null)
      return
    }
    if (rule !== null) {
      const { address, port } = rule.target
      direct({ ...request, hostname: address, port: String(port) }, done)
      return
    }
    if (options.allowPrivate) {
      direct(request, done)
      return
    }
    if (isIP(host) !== 0 && isForbidden(host)) {
      done(forbiddenAddress(host), null)
      return
    }
    guarded(request, (...result) => {
      const [failed, socket] = result
      const wrong = failed === null ? peerFault(socket.remoteAddress, host) : null
      if (wrong === null || socket === null) {
        done(...result)
        return
      }
      socket.destroy()
      done(wrong, null)
    })
  }
}
