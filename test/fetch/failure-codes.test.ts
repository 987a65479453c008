import { describe, expect, it } from 'vitest'
import type { FailureReason } from '../../src/core/observation.ts'
import { failureOf, isTransient } from '../../src/fetch/failures.ts'

const coded = (code: string, more: object = {}): Error => Object.assign(new Error('text'), { code }, more)

describe('codes that loopback servers cannot bring about', () => {
  it.each<readonly [string, unknown, FailureReason]>([
    ['no such name', coded('ENOTFOUND', { syscall: 'getaddrinfo' }), 'name-not-found'],
    ['name servers that do not answer', coded('EAI_AGAIN'), 'name-server-failure'],
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
    ['name-server-failure', true],
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
