import { checkServerIdentity, type TLSSocket } from 'node:tls'
import type { Certificate } from '../core/observation.ts'

/** A connection that is refused for its certificate. */
export type CertificateFault = NodeJS.ErrnoException & { readonly certificate?: Certificate }

const namesIn = (subjectAltName: string | undefined): readonly string[] =>
  (subjectAltName ?? '').split(/,\s*/).flatMap((part) => {
    const [, name] = /^(?:DNS|IP Address):(.+)$/.exec(part) ?? []
    return name === undefined ? [] : [name]
  })

/** What the peer of a connection shows of itself, for a host without brackets; null when it cannot be read. */
export function certificateOf(socket: TLSSocket, host: string): Certificate | null {
  const shown = socket.getPeerCertificate()
  const [validFrom, validTo] = [Date.parse(shown.valid_from), Date.parse(shown.valid_to)]
  if (Number.isNaN(validFrom) || Number.isNaN(validTo)) return null
  const names = namesIn(shown.subjectaltname)
  return {
    host,
    names: names.length > 0 ? names : [shown.subject?.CN ?? ''].flat().filter((name) => name !== ''),
    validFrom,
    validTo,
    matchesHost: checkServerIdentity(host, shown) === undefined,
    isSelfSigned: String(socket.authorizationError) === 'DEPTH_ZERO_SELF_SIGNED_CERT',
  }
}

/**
 * Why a connection must not be trusted: its peer's certificate is not one that we trust for this host, as Node itself
 * would say, together with what the certificate holds. Null for a certificate without fault.
 */
export function certificateFault(socket: TLSSocket, host: string): CertificateFault | null {
  const code = String(socket.authorizationError ?? 'ERR_TLS_CERT_UNVERIFIED')
  if (socket.authorized) return null
  const certificate = certificateOf(socket, host)
  const fault = Object.assign(new Error(`${code} ${host}`), { code })
  return certificate === null ? fault : Object.assign(fault, { certificate })
}
