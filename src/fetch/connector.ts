import { lookup as systemLookup } from 'node:dns'
import { isIP, type LookupFunction } from 'node:net'
import { createSecureContext, rootCertificates, type SecureContext } from 'node:tls'
import { buildConnector } from 'undici'
import { certificateFault } from './certificate.ts'
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

/** Trust in further authorities beside the public ones; undefined for none. */
const trustIn = (ca: string | null): SecureContext | undefined =>
  ca === null ? undefined : createSecureContext({ ca: [...rootCertificates, ca] })

/**
 * Opens connections: resolve rules first, then DNS, with the guard against private addresses on literals (for which
 * undici asks no look-up), on what DNS says and on the peer that was really reached. A host that a resolve rule names
 * is asked wherever the rule points; Host header and TLS server name stay the host's own. Certificates are held against
 * the host here, not by Node, so that what a faulty one says is known; no session is resumed, for that would skip it.
 */
export function connectorFor(
  options: Pick<FetchOptions, 'allowPrivate' | 'allowed' | 'resolve' | 'timeouts' | 'ca'>,
): buildConnector.connector {
  const { connect: timeout } = options.timeouts
  // Node gives each of several addresses 250 ms, too little for a far or slow host.
  const secureContext = trustIn(options.ca)
  const base = {
    timeout,
    autoSelectFamilyAttemptTimeout: Math.max(10, Math.ceil(timeout / 4)),
    rejectUnauthorized: false,
    maxCachedSessions: 0,
    ...(secureContext === undefined ? {} : { secureContext }),
  }
  const direct = buildConnector(base)
  const guarded = buildConnector({ ...base, lookup: guardedLookup })
  return (request, answer) => {
    const host = request.hostname
    const done: buildConnector.Callback = (...result) => {
      const [failed, socket] = result
      const wrong = failed === null ? certificateFault(socket, request.servername || host) : null
      if (wrong === null || socket === null) {
        answer(...result)
        return
      }
      socket.destroy()
      answer(wrong, null)
    }
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
    const port = request.port || (request.protocol === 'https:' ? '443' : '80')
    if (options.allowPrivate || options.allowed.has(`${host}:${port}`)) {
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
