import { describe, expect, it } from 'vitest'
import type { Answer, Observation } from '../../src/core/observation.ts'
import { observationId, type Purpose } from '../../src/core/probe.ts'
import { addressFacts } from '../../src/judge/address-facts.ts'
import { evidenceOf } from '../../src/judge/evidence.ts'
import { reliabilityOf } from '../../src/judge/reliability.ts'
import { strangeNames } from '../../src/judge/strange-names.ts'
import { address } from '../support/check-cases.ts'

const TOKEN = '0a1b'
const GONE = address('http://www.sh.example/gone')
const SIBLING = 'http://portal-audit-0a1b.sh.example/'

const seen = (purpose: Purpose, text: string, answer: Answer): Observation => ({
  id: observationId(purpose, address(text)),
  purpose,
  origin: 'registered',
  address: address(text),
  observedAt: 1,
  duration: 1,
  attempts: 1,
  hops: [],
  answer,
})
const status = (code: number, at: string): Answer => ({
  kind: 'response',
  status: code,
  address: address(at),
  headers: {},
  body: null,
  bytes: 0,
  truncated: false,
})
const nameless: Answer = { kind: 'failure', reason: 'name-not-found', message: '' }
const leads = (...addresses: string[]): Answer => ({ kind: 'lookup', addresses, isOurs: false })
const ours: Answer = { kind: 'lookup', addresses: [], isOurs: true }
const broken: Answer = { kind: 'opinion', engine: 'linkinator', works: false, status: 404 }

const dead = (answer: Answer): readonly Observation[] => [
  seen('visit', GONE, answer),
  seen('repeat', GONE, answer),
  seen('opinion', GONE, broken),
]
const NONE = { pages: new Map(), files: new Map() }

describe('what looks dead', () => {
  const alive = seen('visit', 'http://www.sh.example/', status(200, 'http://www.sh.example/'))
  it.each<readonly [string, readonly Observation[], string]>([
    ['no such name', dead(nameless), 'dead name-not-found'],
    [
      'no such name, and none beside it either',
      [...dead(nameless), seen('catch-all', SIBLING, leads())],
      'dead name-not-found',
    ],
    [
      'no such name, where every name leads somewhere',
      [...dead(nameless), seen('catch-all', SIBLING, leads('192.0.2.1'))],
      'disputed catch-all',
    ],
    [
      '404 of a host that may be a catch-all',
      [...dead(status(404, GONE)), seen('catch-all', SIBLING, leads('192.0.2.1'))],
      'disputed catch-all',
    ],
    [
      '404 of a host that answers well elsewhere',
      [...dead(status(404, GONE)), alive, seen('catch-all', SIBLING, leads('192.0.2.1'))],
      'dead 404',
    ],
    [
      '404 where a rule of ours says where names are',
      [...dead(status(404, GONE)), seen('catch-all', SIBLING, ours)],
      'dead 404',
    ],
  ])('%s', (_what, observations, want) => {
    const { state, cause } = addressFacts(evidenceOf(observations, NONE), TOKEN).reachability(GONE)
    expect(`${state} ${cause}`).toBe(want)
  })
})

it('looks up one name beside each host, and domains of nobody once one of them leads somewhere', () => {
  const places = [GONE, address('http://b.sh.example/'), address('http://127.0.0.1/')]
  const names = (...more: Observation[]) => strangeNames(places, evidenceOf(more, NONE), TOKEN)
  expect(names()).toEqual([SIBLING])
  expect(names(seen('catch-all', SIBLING, leads()))).toEqual([SIBLING])
  expect(names(seen('catch-all', SIBLING, leads('192.0.2.1')))).toEqual([
    SIBLING,
    'http://portal-audit-0a1b.com/',
    'http://portal-audit-0a1b.cn/',
  ])
  const found = seen('visit', 'http://x.other.example/', nameless)
  expect(names(found)).toEqual([SIBLING, 'http://portal-audit-0a1b.other.example/'])
})

describe('a run in which names that cannot exist lead somewhere', () => {
  const limits = { maximumFailedShare: 1, maximumFailedJump: 1 }
  const [COM, A, B, C] = ['com', 'a.example', 'b.example', 'c.example'].map(
    (name) => `http://portal-audit-0a1b.${name}/`,
  ) as [string, string, string, string]
  const failed: Answer = { kind: 'failure', reason: 'name-server-failure', message: '' }
  it.each<readonly [string, readonly (readonly [string, Answer])[], boolean]>([
    [
      'below one domain',
      [
        [A, leads('192.0.2.1')],
        [COM, leads()],
      ],
      true,
    ],
    [
      'below a domain of nobody',
      [
        [A, leads('192.0.2.1')],
        [COM, leads('192.0.2.1')],
      ],
      false,
    ],
    [
      'below three domains, all to one place, and nobody can tell of others',
      [
        [A, leads('192.0.2.1')],
        [B, leads('192.0.2.1')],
        [C, leads('192.0.2.1')],
        [COM, failed],
      ],
      false,
    ],
    [
      'below three domains, to places of their own',
      [
        [A, leads('192.0.2.1')],
        [B, leads('192.0.2.2')],
        [C, leads('192.0.2.3')],
        [COM, failed],
      ],
      true,
    ],
    [
      'by rules of ours',
      [
        [A, ours],
        [B, ours],
        [C, ours],
      ],
      true,
    ],
  ])('%s', (_what, lookups, reliable) => {
    const observations = lookups.map(([name, answer]) => seen('catch-all', name, answer))
    const found = reliabilityOf(observations, limits, null)
    expect(found.reliable).toBe(reliable)
    if (!reliable) expect(found.doubts[0]?.message).toBe('every-name-answers')
  })
})
