import type { Certificate, Observation } from '../core/observation.ts'

/** A TLS connection that browsers stop their readers from using. */
export interface UntrustedConnection {
  /** The fault's code: `CERT_HAS_EXPIRED`, `ERR_SSL_UNSUPPORTED_PROTOCOL`. */
  readonly code: string
  readonly certificate?: Certificate
}

/** What is wrong with the TLS connection of an answer, whether or not something was read over it; null when nothing is. */
export function untrustedConnection({ answer }: Observation): UntrustedConnection | null {
  if (answer.kind === 'opinion' || answer.kind === 'lookup') return null
  if (answer.tls !== undefined) return answer.tls
  if (answer.kind !== 'failure' || answer.reason !== 'tls-fault') return null
  const { message: code, certificate } = answer
  return certificate === undefined ? { code } : { code, certificate }
}

/**
 * Whether an answer came over a connection whose certificate is another host's, or could not be read: what it shows may
 * be another site's page, which says nothing about this one.
 */
export function mayBeAnothers(observation: Observation): boolean {
  const connection = untrustedConnection(observation)
  return connection !== null && connection.certificate?.matchesHost !== true
}
