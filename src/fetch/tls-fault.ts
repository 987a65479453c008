import type { TlsFault } from '../core/observation.ts'

/** What OpenSSL says of a certificate (X509_verify_cert_error_string(3)), and Node of its host. */
const BY_CODE: Readonly<Record<string, TlsFault>> = {
  CERT_HAS_EXPIRED: 'expired',
  CERT_NOT_YET_VALID: 'not-yet-valid',
  ERR_TLS_CERT_ALTNAME_INVALID: 'other-host',
  HOSTNAME_MISMATCH: 'other-host',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'self-signed',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'incomplete-chain',
  UNABLE_TO_GET_ISSUER_CERT: 'incomplete-chain',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'unknown-authority',
  SELF_SIGNED_CERT_IN_CHAIN: 'unknown-authority',
  CERT_UNTRUSTED: 'unknown-authority',
  INVALID_CA: 'unknown-authority',
  CERT_REVOKED: 'revoked',
  ERR_SSL_UNSUPPORTED_PROTOCOL: 'old-protocol',
  ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION: 'old-protocol',
  ERR_SSL_VERSION_TOO_LOW: 'old-protocol',
  ERR_SSL_UNSAFE_LEGACY_RENEGOTIATION_DISABLED: 'old-protocol',
  ERR_SSL_DH_KEY_TOO_SMALL: 'old-protocol',
  ERR_SSL_EE_KEY_TOO_SMALL: 'old-protocol',
  ERR_SSL_CA_MD_TOO_WEAK: 'old-protocol',
  ERR_SSL_WRONG_SIGNATURE_TYPE: 'old-protocol',
  ERR_SSL_LEGACY_SIGALG_DISALLOWED_OR_UNSUPPORTED: 'old-protocol',
}

/** What is wrong with a TLS connection, by the code of its error; `handshake` where the code does not tell. */
export const tlsFaultOf = (code: string): TlsFault => BY_CODE[code] ?? 'handshake'
