import { expect, it } from 'vitest'
import { anyCheck } from '../../src/checks/any-check.ts'
import { invalidCertificate } from '../../src/checks/invalid-certificate.ts'
import type { Certificate, Observation } from '../../src/core/observation.ts'
import { address, ask, failure, HERE, reachability, response, told } from '../support/check-cases.ts'

const check = anyCheck(invalidCertificate)
const SECURE = address('https://a.gov.example/column/')
const DAY = 86_400_000
const NOW = Date.UTC(2026, 10, 16)
const sound: Certificate = {
  host: 'a.gov.example',
  names: ['a.gov.example'],
  validFrom: NOW - 100 * DAY,
  validTo: NOW + 100 * DAY,
  matchesHost: true,
  isSelfSigned: false,
}
const refused = (change: Partial<Certificate> | null): Observation => ({
  ...failure('tls-fault'),
  address: SECURE,
  observedAt: NOW,
  answer: {
    kind: 'failure',
    reason: 'tls-fault',
    message: 'CERT_HAS_EXPIRED',
    ...(change === null ? {} : { certificate: { ...sound, ...change } }),
  },
})
const twice = (change: Partial<Certificate> | null): readonly Observation[] => [
  refused(change),
  refused(change),
]
const plain = { ...response(200), hops: [{ address: HERE, status: 302, location: 'https://a.gov.example/' }] }

it.each<[string, readonly Observation[], string]>([
  ['expired', twice({ validTo: NOW - 2 * DAY }), 'failed expired'],
  ['expired within the last day', twice({ validTo: NOW - DAY / 2 }), 'cantTell untrusted'],
  ['expired, seen once', [refused({ validTo: NOW - 2 * DAY })], 'cantTell untrusted'],
  [
    'expired, then renewed',
    [refused({ validTo: NOW - 2 * DAY }), response(200, SECURE)],
    'cantTell untrusted',
  ],
  ['not yet valid', twice({ validFrom: NOW + 2 * DAY }), 'failed not-yet-valid'],
  ['for another host', twice({ matchesHost: false, names: ['b.example'] }), 'failed other-host'],
  ['self-signed', twice({ isSelfSigned: true }), 'failed self-signed'],
  ['an issuer that we do not know', twice({}), 'cantTell untrusted'],
  ['no certificate seen', twice(null), 'cantTell untrusted'],
  ['sound', [response(200, SECURE)], 'passed'],
  ['an error page behind a sound one', [response(500, SECURE)], 'passed'],
  ['http that leads to a sound one', [plain], 'passed'],
  ['http', [response(200)], 'inapplicable not-https'],
  ['https that times out', [{ ...failure('connect-timeout'), address: SECURE }], 'cantTell unreached'],
  ['not asked', [], 'untested not-asked'],
])('%s', (_what, observations, want) => {
  const known = { ...reachability('suspected', 'tls-fault'), observations }
  expect(told(ask(check, { reachability: known }))).toBe(want)
})

it('accuses the host, so that all its addresses are one fault', () => {
  const known = { ...reachability('suspected', 'tls-fault'), observations: twice({ matchesHost: false }) }
  const judgement = ask(check, { reachability: known })
  expect(judgement).toMatchObject({ defects: [{ address: 'https://a.gov.example/' }] })
})
