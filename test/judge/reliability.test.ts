import { describe, expect, it } from 'vitest'
import type { Address } from '../../src/core/address.ts'
import type { Answer, Observation } from '../../src/core/observation.ts'
import { observationId, type Purpose } from '../../src/core/probe.ts'
import { failedShareOf, reliabilityOf } from '../../src/judge/reliability.ts'

const ok: Extract<Answer, { kind: 'response' }> = {
  kind: 'response',
  status: 200,
  address: 'http://a.example/' as Address,
  headers: {},
  body: null,
  bytes: 0,
  truncated: false,
}
const unavailable: Answer = { ...ok, status: 503 }
const down: Answer = { kind: 'failure', reason: 'connect-timeout', message: '' }

const at = (index: number): Address => `http://${index}.example/` as Address

/** One observation an answer, each of a host of its own, which answers itself unless the answer says where. */
const seen = (purpose: Purpose, answers: readonly Answer[], round = 0): readonly Observation[] =>
  answers.map((answer, index) => ({
    id: observationId(purpose, at(index), round),
    purpose,
    origin: 'registered',
    address: at(index),
    observedAt: round,
    duration: 0,
    attempts: 1,
    hops: [],
    answer:
      answer.kind === 'response' && answer.address === ok.address
        ? { ...answer, address: at(index) }
        : answer,
  }))

const portal: Answer = { ...ok, address: 'http://login.hotel.example/' as Address }

const limits = { maximumFailedShare: 0.5, maximumFailedJump: 0.2 }

describe('reliabilityOf', () => {
  it.each([
    { what: 'nothing seen', observations: [], before: null, reliable: true },
    {
      what: 'all well',
      observations: [...seen('visit', [ok, ok]), ...seen('canary', [ok])],
      before: 0,
      reliable: true,
    },
    {
      what: 'half of the visits fail: at the limit',
      observations: seen('visit', [ok, down]),
      before: null,
      reliable: true,
    },
    {
      what: 'most visits fail',
      observations: seen('visit', [ok, down, down]),
      before: null,
      reliable: false,
    },
    {
      what: 'the only canary fails',
      observations: [...seen('visit', [ok]), ...seen('canary', [down])],
      before: null,
      reliable: false,
    },
    {
      what: 'one canary of three fails',
      observations: seen('canary', [down, ok, ok]),
      before: null,
      reliable: true,
    },
    {
      what: 'two canaries of three fail',
      observations: seen('canary', [down, unavailable, ok]),
      before: null,
      reliable: false,
    },
    {
      what: 'canaries fail at the end',
      observations: [...seen('canary', [ok, ok]), ...seen('canary', [down, down], 1)],
      before: null,
      reliable: false,
    },
    {
      what: 'canaries fail in between, and were waited for',
      observations: [
        ...seen('canary', [ok, ok]),
        ...seen('canary', [down, down], 1),
        ...seen('canary', [ok, ok], 2),
      ],
      before: null,
      reliable: true,
    },
    {
      what: 'all canaries lead to one strange host',
      observations: seen('canary', [portal, portal]),
      before: null,
      reliable: false,
    },
    {
      what: 'one canary is a redirect',
      observations: seen('canary', [portal, { ...ok, address: 'http://1.example/' as Address }]),
      before: null,
      reliable: true,
    },
    { what: 'failures jump', observations: seen('visit', [ok, ok, down]), before: 0.1, reliable: false },
    {
      what: 'failures as last time',
      observations: seen('visit', [ok, ok, down]),
      before: 0.3,
      reliable: true,
    },
  ])('$what: $reliable', ({ observations, before, reliable }) => {
    expect(reliabilityOf(observations, limits, before).reliable).toBe(reliable)
  })

  it('says in words which canary failed, and what share', () => {
    const observations = [...seen('canary', [down, unavailable]), ...seen('visit', [ok, down, down])]
    expect(reliabilityOf(observations, limits, null).doubts).toEqual([
      {
        message: 'canaries-down',
        data: {
          failed: 2,
          asked: 2,
          names: 'http://0.example/ (connect-timeout), http://1.example/ (503)',
        },
      },
      { message: 'many-failures', data: { share: '66.7%', limit: '50.0%' } },
    ])
  })

  it('counts 5xx as an answer of the site, not as a failure of the network', () => {
    expect(failedShareOf(seen('visit', [unavailable, down]))).toBe(0.5)
  })

  it('leaves out what was never asked', () => {
    const spent: Answer = { kind: 'failure', reason: 'budget-spent', message: '' }
    const resting: Answer = { kind: 'failure', reason: 'asked-to-wait', message: '' }
    expect(failedShareOf(seen('visit', [ok, down, spent, resting]))).toBe(0.5)
  })
})
