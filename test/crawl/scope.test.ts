import { describe, expect, it } from 'vitest'
import type { Address } from '../../src/core/address.ts'
import { mayStandFor, type Place, placeIn, type Scope } from '../../src/crawl/scope.ts'

const SCOPE: Scope = {
  hosts: ['www.gov.example'],
  prefixes: [],
  depth: null,
  pages: null,
  time: null,
  external: true,
  fragments: false,
}

const CASES: readonly [string, Partial<Scope>, Place][] = [
  ['http://www.gov.example/', {}, 'inside'],
  ['https://www.gov.example:8443/a', {}, 'inside'],
  ['http://gov.example/', {}, 'outside'],
  ['http://gov.example/', { external: false }, 'ignored'],
  ['http://sub.www.gov.example/', {}, 'outside'],
  ['http://sub.www.gov.example/', { hosts: ['*.gov.example'] }, 'inside'],
  ['http://gov.example/', { hosts: ['*.gov.example'] }, 'outside'],
  ['http://notgov.example/', { hosts: ['*.gov.example'] }, 'outside'],
  ['http://www.gov.example/zwgk/a.html', { prefixes: ['/zwgk/'] }, 'inside'],
  ['http://www.gov.example/bsfw/a.html', { prefixes: ['/zwgk/'] }, 'outside'],
  ['http://www.gov.example/bsfw/a.html', { prefixes: ['/zwgk/', '/bsfw/'] }, 'inside'],
  ['http://www.gov.example/bsfw/a.html', { prefixes: ['/zwgk/'], external: false }, 'ignored'],
]

describe('placeIn', () => {
  it.each(CASES)('%s with %j is %s', (address, scope, place) => {
    expect(placeIn({ ...SCOPE, ...scope })(address as Address)).toBe(place)
  })
})

const PAIRS: readonly [before: Partial<Scope>, now: Partial<Scope>, mayStand: boolean][] = [
  [{}, {}, true],
  [{}, { depth: 2, pages: 9, time: 60_000, external: false }, true],
  [{ hosts: ['a.example', 'b.example'] }, { hosts: ['b.example', 'a.example', 'a.example'] }, true],
  [{ hosts: ['a.example'] }, { hosts: ['a.example', 'b.example'] }, false],
  [{ hosts: ['a.example', 'b.example'] }, { hosts: ['a.example'] }, false],
  [{ prefixes: ['/a/', '/b/'] }, { prefixes: ['/b/', '/a/'] }, true],
  [{ prefixes: ['/a/'] }, {}, false],
  [{}, { prefixes: ['/a/'] }, false],
  [{ fragments: true }, { fragments: true }, true],
  [{}, { fragments: true }, true],
  [{ fragments: true }, {}, false],
]

describe('what a crawl of one scope has stored may stand for what another asks', () => {
  it.each(PAIRS)('%j, then %j: %s', (before, now, mayStand) => {
    expect(mayStandFor({ ...SCOPE, ...before }, { ...SCOPE, ...now })).toBe(mayStand)
  })
})
