import type { Certificate, FailureReason, Tls } from '../core/observation.ts'
import { tlsFaultOf } from './tls-fault.ts'

/** A fault of the world as it is stored: the reason, and words that hold nothing of this machine. */
export interface Failure {
  readonly reason: FailureReason
  readonly message: string
  /** Of a TLS fault. */
  readonly tls?: Tls
}

/** How far a request had come. */
export type Phase = 'connect' | 'headers' | 'body'

/** A request that took longer in all than it may. */
export const timeoutIn = (phase: Phase): Failure => ({
  reason: `${phase}-timeout`,
  message: 'total time exceeded',
})

/** One interim answer (103 Early Hints, 102 Processing) after another, and never the one that was asked for. */
export const tooManyInterim: Failure = { reason: 'protocol-fault', message: 'too many interim answers' }

/** An answer with more header lines than are read. */
export const tooManyHeaders: Failure = { reason: 'headers-too-large', message: 'too many headers' }

const BY_CODE: Readonly<Record<string, FailureReason>> = {
  ENOTFOUND: 'name-not-found',
  ENODATA: 'name-without-address',
  EAI_NODATA: 'name-without-address',
  EAI_NONAME: 'name-not-found',
  EAI_AGAIN: 'name-server-failure',
  EAI_FAIL: 'name-server-failure',
  ESERVFAIL: 'name-server-failure',
  ECONNREFUSED: 'connection-refused',
  ECONNRESET: 'connection-reset',
  ECONNABORTED: 'connection-reset',
  EPIPE: 'connection-reset',
  UND_ERR_SOCKET: 'connection-reset',
  ERR_STREAM_PREMATURE_CLOSE: 'connection-reset',
  EHOSTUNREACH: 'host-unreachable',
  EHOSTDOWN: 'host-unreachable',
  ENETUNREACH: 'host-unreachable',
  EADDRNOTAVAIL: 'host-unreachable',
  LOOKUP_TIMEOUT: 'lookup-timeout',
  ETIMEDOUT: 'connect-timeout',
  TLS_TIMEOUT: 'tls-timeout',
  UND_ERR_CONNECT_TIMEOUT: 'connect-timeout',
  UND_ERR_HEADERS_TIMEOUT: 'headers-timeout',
  UND_ERR_BODY_TIMEOUT: 'body-timeout',
  UNASKED_RESPONSE: 'protocol-fault',
  UND_ERR_HEADERS_OVERFLOW: 'headers-too-large',
  UND_ERR_RES_CONTENT_LENGTH_MISMATCH: 'protocol-fault',
  UND_ERR_RES_EXCEEDED_MAX_SIZE: 'protocol-fault',
  // What undici takes for granted of an answer and a server need not keep to: a status of three digits from 100 on.
  ERR_ASSERTION: 'protocol-fault',
  TOO_MANY_CODINGS: 'decompression-fault',
  FORBIDDEN_ADDRESS: 'forbidden-address',
  FORBIDDEN_PORT: 'forbidden-address',
}

const BY_FORM: readonly (readonly [RegExp, FailureReason])[] = [
  [/^HPE_/, 'protocol-fault'],
  [
    /^(?:Z_|ERR_BROTLI|ERR__ERROR_FORMAT|ERR__ERROR_ALLOC|ERR__ERROR_UNREACHABLE|ERR_PADDING)/,
    'decompression-fault',
  ],
  [
    /^(?:ERR_TLS|ERR_SSL|ERR_OSSL|EPROTO$|CERT_|ERROR_IN_CERT|CRL_|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO_|HOSTNAME_MISMATCH|INVALID_)/,
    'tls-fault',
  ],
]

/** Faults of this machine, which must not be held against a host. */
const OURS: ReadonlySet<string> = new Set(['EMFILE', 'ENFILE', 'ENOBUFS', 'ENOMEM'])

/** What a system call that failed in a way not listed above says of the host. */
const BY_CALL: Readonly<Record<string, FailureReason>> = {
  getaddrinfo: 'name-server-failure',
  connect: 'host-unreachable',
  read: 'connection-reset',
  write: 'connection-reset',
}

/** Of several addresses of one host, the failure that says most: a host is "refused" only when none of them hung. */
const TELLING = ['ETIMEDOUT', 'ECONNRESET', 'ECONNREFUSED']

const textIn = (fault: object, key: string): string => {
  const value: unknown = Object.getOwnPropertyDescriptor(fault, key)?.value
  return typeof value === 'string' ? value : ''
}

/** The errors inside an error: what a connection to several addresses met, or its cause. */
const inside = (fault: object): readonly unknown[] => {
  if ('errors' in fault && Array.isArray(fault.errors)) return fault.errors
  return 'cause' in fault && fault.cause !== undefined ? [fault.cause] : []
}

/** What undici says of an answer that nobody asked for: 100 Continue, 101 Switching Protocols. */
const UNASKED = /^bad (?:response|upgrade)$/

function codeOf(fault: object): string {
  if (UNASKED.test(textIn(fault, 'message'))) return 'UNASKED_RESPONSE'
  const isParser = 'name' in fault && fault.name === 'HTTPParserError'
  return textIn(fault, 'code') || (isParser ? 'HPE_INVALID' : '')
}

interface Named {
  readonly code: string
  readonly call: string
  readonly certificate: Certificate | null
}

const certificateIn = (fault: object): Certificate | null =>
  'certificate' in fault ? (fault.certificate as Certificate) : null

/** What the system calls an error, or the most telling one inside it. */
function named(fault: unknown, depth = 0): Named | null {
  if (typeof fault !== 'object' || fault === null || depth > 4) return null
  const within = inside(fault).flatMap((one) => named(one, depth + 1) ?? [])
  const telling = TELLING.flatMap((code) => within.find((one) => one.code === code) ?? [])
  const deepest = telling[0] ?? within[0]
  const code = codeOf(fault)
  if (deepest !== undefined && (code === '' || code === 'UND_ERR_SOCKET' || 'errors' in fault)) return deepest
  return code === '' ? null : { code, call: textIn(fault, 'syscall'), certificate: certificateIn(fault) }
}

const isTotalTimeout = (fault: unknown): boolean =>
  typeof fault === 'object' && fault !== null && 'name' in fault && fault.name === 'TimeoutError'

/**
 * Brings an error of the network into one of the typed reasons; null for anything else, which is a fault of ours (too
 * many open files, a closed fetcher, a bug). `phase` says what a timeout of the whole request is called.
 */
export function failureOf(fault: unknown, phase: Phase): Failure | null {
  if (isTotalTimeout(fault)) return timeoutIn(phase)
  const found = named(fault)
  if (found === null || OURS.has(found.code)) return null
  const { code, call, certificate } = found
  const reason = BY_CODE[code] ?? BY_FORM.find(([form]) => form.test(code))?.[1] ?? BY_CALL[call]
  if (reason === undefined) return null
  if (reason !== 'tls-fault') return { reason, message: code }
  const tls = { fault: tlsFaultOf(code), code, ...(certificate === null ? {} : { certificate }) }
  return { reason, message: code, tls }
}

const TRANSIENT: ReadonlySet<FailureReason> = new Set([
  'name-server-failure',
  'connection-refused',
  'connection-reset',
  'host-unreachable',
  'lookup-timeout',
  'connect-timeout',
  'tls-timeout',
  'headers-timeout',
  'body-timeout',
])

/** Whether a failure may be gone when one asks again. */
export const isTransient = (reason: FailureReason): boolean => TRANSIENT.has(reason)
