import { constants } from 'node:crypto'
import { createSecureContext, rootCertificates, type SecureContext, type TLSSocket } from 'node:tls'
import type { Certificate } from '../core/observation.ts'
import { certificateFault, certificateOf } from './certificate.ts'

/** How TLS connections are made, and which of them may be used. */
export interface Security {
  /** Undefined for Node's own. */
  readonly context: SecureContext | undefined
  /** Why a connection to a host must not be used; null when it may. */
  readonly faultOf: (socket: TLSSocket, host: string) => Error | null
}

/** Trusts the public authorities and those in `ca` (PEM, null for none), as browsers do. */
export const trusting = (ca: string | null): Security => ({
  context: ca === null ? undefined : createSecureContext({ ca: [...rootCertificates, ca] }),
  faultOf: certificateFault,
})

/** TLS as it was spoken before 2008, which servers that nobody looks after still speak. */
const OLD = {
  minVersion: 'TLSv1',
  ciphers: 'DEFAULT@SECLEVEL=0',
  secureOptions: constants.SSL_OP_LEGACY_SERVER_CONNECT,
} as const

/** Uses every connection that comes about, whoever is at its other end, and hands its certificate to `onCertificate`. */
export const withoutTrust = (onCertificate: (certificate: Certificate) => void): Security => ({
  context: createSecureContext(OLD),
  faultOf: (socket, host) => {
    const certificate = certificateOf(socket, host)
    if (certificate !== null) onCertificate(certificate)
    return null
  },
})
