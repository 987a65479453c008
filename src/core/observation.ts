import type { Address } from './address.ts'
import type { Digest, ObservationId } from './ids.ts'
import type { Origin, Purpose } from './probe.ts'

/**
 * Why no complete answer came. Each reason is one fault of the world, never one of ours; `robots-disallowed` and
 * `syntax-only`: it was not asked for.
 */
export type FailureReason =
  | 'name-not-found'
  | 'name-without-address'
  | 'name-server-failure'
  | 'lookup-timeout'
  | 'connection-refused'
  | 'connection-reset'
  | 'host-unreachable'
  | 'connect-timeout'
  | 'tls-timeout'
  | 'headers-timeout'
  | 'body-timeout'
  | 'tls-fault'
  | 'protocol-fault'
  | 'headers-too-large'
  | 'too-many-redirects'
  | 'redirect-loop'
  | 'malformed-redirect'
  | 'decompression-fault'
  | 'forbidden-address'
  | 'robots-disallowed'
  | 'syntax-only'
  | 'budget-spent'
  | 'asked-to-wait'

/** The certificate of a server whose connection cannot be trusted. Times are milliseconds since 1970-01-01 UTC. */
export interface Certificate {
  /** The host that was asked. */
  readonly host: string
  /** The hosts that it is for. */
  readonly names: readonly string[]
  readonly validFrom: number
  readonly validTo: number
  readonly matchesHost: boolean
  /** Whether nobody but itself vouches for it. */
  readonly isSelfSigned: boolean
}

/**
 * What is wrong with a TLS connection. `incomplete-chain`: the server does not send the certificate that vouches for its
 * own; `unknown-authority`: it does, and nobody that we trust vouches for that; `old-protocol`: only versions, ciphers or
 * keys that are no longer safe; `handshake`: no connection came about, and the code tells why, if anything does.
 */
export type TlsFault =
  | 'expired'
  | 'not-yet-valid'
  | 'other-host'
  | 'self-signed'
  | 'incomplete-chain'
  | 'unknown-authority'
  | 'revoked'
  | 'old-protocol'
  | 'handshake'

/** A TLS connection that is not to be trusted. */
export interface Tls {
  readonly fault: TlsFault
  /** The fault's code: `CERT_HAS_EXPIRED`, `ERR_SSL_UNSUPPORTED_PROTOCOL`. */
  readonly code: string
  /** What the server showed, where it could be read. */
  readonly certificate?: Certificate
}

/** One redirect that was followed. */
export interface Hop {
  readonly address: Address
  readonly status: number
  /** The Location header as it was sent, without the values of tokens in it. */
  readonly location: string
}

/**
 * What came back. Header names are in lower case; several values of one name are joined with `, `; the values of cookies
 * and of tokens in addresses are left out.
 */
export type Answer =
  | {
      readonly kind: 'response'
      readonly status: number
      /** Where the redirects ended, without the values of tokens in its query. */
      readonly address: Address
      readonly headers: Readonly<Record<string, string>>
      /** SHA-256 of the body kept, after decompression; null when there was none. */
      readonly body: Digest | null
      /** Bytes kept, after decompression. */
      readonly bytes: number
      /** Whether the body was cut at the cap. */
      readonly truncated: boolean
      /**
       * Of an answer that was not sent again, because the server said that it had not changed since (304): when it was
       * read whole, in milliseconds since 1970-01-01 UTC. Status, headers and body are those of that time.
       */
      readonly unchangedSince?: number
      /**
       * Of an answer that was read although the connection cannot be trusted: a browser shows its reader a warning
       * instead. It is the first such connection's on the way, when there were redirects.
       */
      readonly tls?: Tls
    }
  | {
      readonly kind: 'failure'
      readonly reason: FailureReason
      /** The fault's code (`CERT_HAS_EXPIRED`, `ECONNREFUSED`), or what happened. */
      readonly message: string
      /** Of a TLS fault. */
      readonly tls?: Tls
      /** Where runs of version 0.1 and before keep the certificate that is to blame. */
      readonly certificate?: Certificate
    }
  /** Where a name leads, when only that was asked: nowhere, when there is no such name. */
  | {
      readonly kind: 'lookup'
      readonly addresses: readonly string[]
      /** Whether a resolve rule of the audit says so, and no name server. */
      readonly isOurs: boolean
    }
  /** What an independent engine says: true = works, false = broken, null = it could not tell either. */
  | {
      readonly kind: 'opinion'
      readonly engine: string
      readonly works: boolean | null
      readonly status: number | null
    }

/** What came back for one probe: written once, never changed later. */
export interface Observation {
  readonly id: ObservationId
  readonly purpose: Purpose
  readonly origin: Origin
  readonly address: Address
  /** Milliseconds since 1970-01-01 UTC when the answer was complete. */
  readonly observedAt: number
  /** Milliseconds from the first request to the end of the answer, pacing not counted. */
  readonly duration: number
  /** How often it was asked, retries of transient failures included. */
  readonly attempts: number
  readonly hops: readonly Hop[]
  readonly answer: Answer
}
