import { type LookupFunction, connect as openPlain, type Socket } from 'node:net'
import { connect as openSecure, type SecureContext, type TLSSocket } from 'node:tls'
import type { IpAddress } from './lookup.ts'

/** Where a connection goes. */
export interface SocketTarget {
  readonly addresses: readonly IpAddress[]
  readonly port: number
  /** The name that TLS asks for; null for a plain connection, '' for TLS without one. */
  readonly serverName: string | null
  readonly secureContext: SecureContext | undefined
  /** Milliseconds for one of several addresses. */
  readonly patience: number
}

/** Bytes read at once. */
const PIECE = 64 * 1024

/** Node asks for the addresses by name; they are known already. */
const answerWith =
  (addresses: readonly IpAddress[]): LookupFunction =>
  (_name, _options, done) =>
    done(null, [...addresses])

/**
 * Begins a connection to the first of several addresses that answers. Certificates are not held against the host here,
 * and no session is resumed, so that every connection shows what it is.
 */
export function openSocket(target: SocketTarget): Socket | TLSSocket {
  const { addresses, port, serverName, secureContext, patience } = target
  const common = {
    host: 'looked-up.invalid',
    port,
    lookup: answerWith(addresses),
    autoSelectFamily: true,
    autoSelectFamilyAttemptTimeout: patience,
    noDelay: true,
    keepAlive: true,
    keepAliveInitialDelay: 60_000,
  }
  if (serverName === null) {
    const plain = { ...common, highWaterMark: PIECE }
    return openPlain(plain)
  }
  return openSecure({
    ...common,
    servername: serverName,
    rejectUnauthorized: false,
    ALPNProtocols: ['http/1.1'],
    ...(secureContext === undefined ? {} : { secureContext }),
  })
}
