import type { FailureReason } from '../core/observation.ts'

/** A fault of the world as it is stored: the reason, and words that hold nothing of this machine. */
export interface Failure {
  readonly reason: FailureReason
  readonly message: string
}

const BY_CODE: Readonly<Record<string, FailureReason>> = {
  ENOTFOUND: 'name-not-found',
  EAI_NODATA: 'name-not-found',
  EAI_NONAME: 'name-not-found',
  EAI_AGAIN: 'name-server-failure',
  EAI_FAIL: 'name-server-failure',
  ECONNREFUSED: 'connection-refused',
  ECONNRESET: 'connection-reset',
  EPIPE: 'connection-reset',
  UND_ERR_SOCKET: 'connection-reset',
  UND_ERR_CLOSED: 'connection-reset',
  UND_ERR_DESTROYED: 'connection-reset',
  EHOSTUNREACH: 'host-unreachable',
  ENETUNREACH: 'host-unreachable',
  EADDRNOTAVAIL: 'host-unreachable',
  ETIMEDOUT: 'connect-timeout',
  UND_ERR_CONNECT_TIMEOUT: 'connect-timeout',
  UND_ERR_HEADERS_TIMEOUT: 'headers-timeout',
  UND_ERR_BODY_TIMEOUT: 'body-timeout',
  UND_ERR_HEADERS_OVERFLOW: 'protocol-fault',
  UND_ERR_RES_CONTENT_LENGTH_MISMATCH: 'protocol-fault',
  UND_ERR_RES_EXCEEDED_MAX_SIZE: 'protocol-fault',
  UND_ERR_INVALID_ARG: 'protocol-fault',
  FORBIDDEN_ADDRESS: 'forbidden-address',
}

const TLS =
  /^(?:ERR_TLS|ERR_SSL|EPROTO|CERT_|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO_|HOSTNAME_MISMATCH|INVALID_CA|ERR_OSSL)/

/** What the system says of an error, of the first of several connection tries, or of its cause. */
function codeOf(fault: unknown, depth = 0): string {
  if (typeof fault !== 'object' || fault === null || depth > 4) return ''
  if ('code' in fault && typeof fault.code === 'string' && fault.code !== 'UND_ERR_SOCKET') return fault.code
  const inner =
    'errors' in fault && Array.isArray(fault.errors)
      ? fault.errors[0]
      : 'cause' in fault
        ? fault.cause
        : undefined
  return codeOf(inner, depth + 1) || ('code' in fault && typeof fault.code === 'string' ? fault.code : '')
}

/** Whether an error is a timeout of the whole request. */
const isTotalTimeout = (fault: unknown): boolean =>
  typeof fault === 'object' && fault !== null && 'name' in fault && fault.name === 'TimeoutError'

/**
 * Brings an error of the network into one of the typed reasons; null for anything else, which is a fault of ours.
 * `phase` decides what a timeout of the whole request is called.
 */
export function failureOf(fault: unknown, phase: 'headers' | 'body'): Failure | null {
  if (isTotalTimeout(fault))
    return {
      reason: phase === 'headers' ? 'headers-timeout' : 'body-timeout',
      message: 'total time exceeded',
    }
  const code = codeOf(fault)
  const known = BY_CODE[code]
  if (known !== undefined) return { reason: known, message: code }
  if (TLS.test(code)) return { reason: 'tls-fault', message: code }
  if (/^HPE_/.test(code)) return { reason: 'protocol-fault', message: code }
  if (/^(?:Z_|ERR__?BROTLI|ERR_BROTLI|ERR_ZLIB|BROTLI)/.test(code))
    return { reason: 'decompression-fault', message: code }
  if (code === 'ERR_STREAM_PREMATURE_CLOSE') return { reason: 'connection-reset', message: code }
  return null
}

const TRANSIENT: ReadonlySet<FailureReason> = new Set([
  'name-server-failure',
  'connection-refused',
  'connection-reset',
  'host-unreachable',
  'connect-timeout',
  'headers-timeout',
  'body-timeout',
])

/** Whether a failure may be gone when one asks again. */
export const isTransient = (reason: FailureReason): boolean => TRANSIENT.has(reason)
