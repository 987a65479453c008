import { describe, expect, it } from 'vitest'
import type { Answer, Certificate, Observation, Tls } from '../../src/core/observation.ts'
import { landingOf } from '../../src/facts/landing.ts'
import { needsOpinion, needsRepeat, reachabilityOf } from '../../src/facts/reachability.ts'
import { untrustedConnection } from '../../src/facts/untrusted-connection.ts'
import { failure, HERE, landing, response } from '../support/check-cases.ts'

const certificate: Certificate = {
  host: 'a.gov.example',
  names: ['a.gov.example'],
  validFrom: 0,
  validTo: 1,
  matchesHost: true,
  isSelfSigned: false,
}
const others = { ...certificate, names: ['b.example'], matchesHost: false }
const expired: Tls = { fault: 'expired', code: 'CERT_HAS_EXPIRED', certificate }
const otherHost: Tls = { fault: 'other-host', code: 'ERR_TLS_CERT_ALTNAME_INVALID', certificate: others }
const unseen: Tls = { fault: 'handshake', code: 'EPROTO' }

const answered = (status: number, tls: Tls): Observation => {
  const visit = response(status)
  return { ...visit, answer: { ...(visit.answer as Extract<Answer, { kind: 'response' }>), tls } }
}
const failed = (more: object): Observation => {
  const visit = failure('tls-fault')
  return { ...visit, answer: { ...(visit.answer as Extract<Answer, { kind: 'failure' }>), ...more } }
}

describe('an answer that was read without trust', () => {
  it.each([200, 301, 403, 404, 410, 500, 503])('%i is suspected for its connection alone', (status) => {
    const visit = answered(status, expired)
    expect(reachabilityOf(visit, visit, null, null)).toMatchObject({ state: 'suspected', cause: 'tls-fault' })
    expect(needsRepeat(visit)).toBe(true)
    expect(needsOpinion(visit, visit)).toBe(false)
  })

  it.each<[string, Tls, 'page' | 'unread']>([
    ['its own host’s certificate', expired, 'page'],
    ['another host’s certificate', otherHost, 'unread'],
    ['no certificate that could be read', unseen, 'unread'],
  ])('behind %s its page is evidence or not', (_what, tls, kind) => {
    const visit = answered(200, tls)
    const read = landing('<title>规划计划</title>')
    const page = read.kind === 'page' ? read.page : undefined
    const found = landingOf(HERE, { observation: () => visit, page: () => page })
    expect(found.kind).toBe(kind)
    if (found.kind === 'unread') expect(found.why).toBe('failed')
  })
})

describe('what is wrong with a connection', () => {
  it.each<[string, Observation, object | null]>([
    ['of an answer', answered(200, expired), { code: 'CERT_HAS_EXPIRED', certificate }],
    ['of a failure', failed({ tls: expired }), { code: 'CERT_HAS_EXPIRED', certificate }],
    ['of a failure without a certificate', failed({ tls: unseen }), { code: 'EPROTO' }],
    [
      'of a run of version 0.1',
      failed({ message: 'CERT_HAS_EXPIRED', certificate }),
      { code: 'CERT_HAS_EXPIRED', certificate },
    ],
    ['of such a run, unseen', failed({ message: 'EPROTO' }), { code: 'EPROTO' }],
    ['of a sound answer', response(200), null],
    ['of another failure', failure('connection-reset'), null],
  ])('%s', (_what, observation, expected) => {
    const found = untrustedConnection(observation)
    if (expected === null) expect(found).toBeNull()
    else expect(found).toMatchObject(expected)
  })
})
