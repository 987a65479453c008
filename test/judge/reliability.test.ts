import { describe, expect, it } from 'vitest'
import type { Address } from '../../src/core/address.ts'
import type { Answer, Observation } from '../../src/core/observation.ts'
import type { Purpose } from '../../src/core/probe.ts'
import { failedShareOf, reliabilityOf } from '../../src/judge/reliability.ts'

const ok: Answer = {
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

const seen = (purpose: Purpose, answers: readonly Answer[]): readonly Observation[] =>
  answers.map((answer, index) => ({
    id: `${purpose} ${index}`,
    purpose,
    origin: 'registered',
    address: 'http://a.example/' as Address,
    observedAt: 0,
    duration: 0,
    attempts: 1,
    hops: [],
    answer,
  }))

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

  it('counts 5xx as an answer of the site, not as a failure of the network', () => {
    expect(failedShareOf(seen('visit', [unavailable, down]))).toBe(0.5)
  })
})
