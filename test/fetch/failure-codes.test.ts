import { describe, expect, it } from 'vitest'
import type { FailureReason, TlsFault } from '../../src/core/observation.ts'
import { failureOf, isTransient } from '../../src/fetch/failures.ts'

const coded = (code: string, more: object = {}): Error => Object.assign(new Error('text'), { code }, more)

describe('codes that loopback servers cannot bring about', () => {
  it.each<readonly [string, unknown, FailureReason]>([
    ['no such name', coded('ENOTFOUND', { syscall: 'getaddrinfo' }), 'name-not-found'],
    ['a name without an address', coded('ENODATA'), 'name-without-address'],
    ['name servers that do not answer', coded('EAI_AGAIN'), 'name-server-failure'],
    ['a look-up without end', coded('LOOKUP_TIMEOUT'), 'lookup-timeout'],
    ['a handshake without end', coded('TLS_TIMEOUT'), 'tls-timeout'],
    ['headers without end', coded('UND_ERR_HEADERS_OVERFLOW'), 'headers-too-large'],
    ['a port that browsers block', coded('FORBIDDEN_PORT'), 'forbidden-address'],
    [
      'another fault of the look-up',
      coded('EAI_WHATEVER', { syscall: 'getaddrinfo' }),
      'name-server-failure',
    ],
    ['no route to the host', coded('EHOSTUNREACH'), 'host-unreachable'],
    ['no route to the network', coded('ENETUNREACH'), 'host-unreachable'],
    ['a firewall', coded('EACCES', { syscall: 'connect' }), 'host-unreachable'],
    ['a TCP time-out', coded('ETIMEDOUT', { syscall: 'connect' }), 'connect-timeout'],
    ['another fault of reading', coded('EWHATEVER', { syscall: 'read' }), 'connection-reset'],
    ['a certificate out of date', coded('CERT_HAS_EXPIRED'), 'tls-fault'],
    ['a certificate for another name', coded('ERR_TLS_CERT_ALTNAME_INVALID'), 'tls-fault'],
    ['an unknown issuer', coded('UNABLE_TO_GET_ISSUER_CERT_LOCALLY'), 'tls-fault'],
    ['an old TLS version', coded('ERR_SSL_UNSUPPORTED_PROTOCOL'), 'tls-fault'],
    ['a parser without a code', Object.assign(new Error('x'), { name: 'HTTPParserError' }), 'protocol-fault'],
    ['a cause', new TypeError('fetch failed', { cause: coded('ECONNREFUSED') }), 'connection-refused'],
    [
      'refused here, unreachable there (no IPv6)',
      coded('ENETUNREACH', { errors: [coded('ENETUNREACH'), coded('ECONNREFUSED')] }),
      'connection-refused',
    ],
    [
      'refused here, silent there',
      coded('ECONNREFUSED', { errors: [coded('ECONNREFUSED'), coded('ETIMEDOUT')] }),
      'connect-timeout',
    ],
  ])('%s', (_name, fault, reason) => {
    expect(failureOf(fault, 'headers')?.reason).toBe(reason)
  })

  it.each<readonly [string, TlsFault]>([
    ['CERT_HAS_EXPIRED', 'expired'],
    ['CERT_NOT_YET_VALID', 'not-yet-valid'],
    ['ERR_TLS_CERT_ALTNAME_INVALID', 'other-host'],
    ['DEPTH_ZERO_SELF_SIGNED_CERT', 'self-signed'],
    ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'incomplete-chain'],
    ['UNABLE_TO_GET_ISSUER_CERT', 'incomplete-chain'],
    ['UNABLE_TO_GET_ISSUER_CERT_LOCALLY', 'unknown-authority'],
    ['SELF_SIGNED_CERT_IN_CHAIN', 'unknown-authority'],
    ['CERT_REVOKED', 'revoked'],
    ['ERR_SSL_UNSUPPORTED_PROTOCOL', 'old-protocol'],
    ['ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION', 'old-protocol'],
    ['ERR_SSL_DH_KEY_TOO_SMALL', 'old-protocol'],
    ['ERR_SSL_WRONG_VERSION_NUMBER', 'handshake'],
    ['ERR_SSL_SSLV3_ALERT_HANDSHAKE_FAILURE', 'handshake'],
    ['EPROTO', 'handshake'],
  ])('%s is a TLS fault of the kind %s', (code, fault) => {
    expect(failureOf(coded(code), 'headers')).toEqual({
      reason: 'tls-fault',
      message: code,
      tls: { fault, code },
    })
  })

  it.each(['connect', 'headers', 'body'] as const)('time that ran out while waiting for %s', (phase) => {
    const fault = new DOMException('timed out', 'TimeoutError')
    expect(failureOf(fault, phase)).toEqual({ reason: `${phase}-timeout`, message: 'total time exceeded' })
  })

  it.each([
    ['a bug', new TypeError('undefined is not a function')],
    ['too many open files', coded('EMFILE', { syscall: 'connect' })],
    ['a fetcher that was closed', coded('UND_ERR_DESTROYED')],
    ['an argument that undici refuses', coded('UND_ERR_INVALID_ARG')],
    ['no error at all', 'text'],
  ])('%s is no fault of the world', (_name, fault) => {
    expect(failureOf(fault, 'headers')).toBeNull()
  })

  it.each<readonly [FailureReason, boolean]>([
    ['name-not-found', false],
    ['name-without-address', false],
    ['name-server-failure', true],
    ['lookup-timeout', true],
    ['tls-timeout', true],
    ['headers-too-large', false],
    ['connection-refused', true],
    ['connection-reset', true],
    ['host-unreachable', true],
    ['connect-timeout', true],
    ['headers-timeout', true],
    ['body-timeout', true],
    ['tls-fault', false],
    ['protocol-fault', false],
    ['redirect-loop', false],
    ['decompression-fault', false],
    ['forbidden-address', false],
    ['robots-disallowed', false],
  ])('%s may pass: %s', (reason, expected) => {
    expect(isTransient(reason)).toBe(expected)
  })
})
