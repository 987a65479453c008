import { describe, expect, it } from 'vitest'
import { anyCheck } from '../../src/checks/any-check.ts'
import { longRedirect } from '../../src/checks/long-redirect.ts'
import type { Observation } from '../../src/core/observation.ts'
import { ask, failure, response, subject, told } from '../support/check-cases.ts'
import { FROM, type Sent, walked } from '../support/walked.ts'

const check = anyCheck(longRedirect)
const A = 'http://a.gov.example'
const B = 'http://b.gov.example'
const judged = (sent: readonly Sent[], role: 'unit' | 'portal' = 'unit', options = {}): string =>
  told(ask(check, walked(FROM, sent), options, subject({ role })))
const chain = (count: number, status = 302): readonly Sent[] =>
  Array.from({ length: count }, (_, at): Sent => [status, `${A}/step/${at}.html`])

describe('a long way', () => {
  it.each<[string, readonly Sent[], string]>([
    ['four redirects', chain(4), 'steps'],
    ['permanent ones as well', chain(5, 301), 'steps'],
    ['redirects and a jump', [...chain(3), ['refresh', `${A}/end.html`]], 'steps'],
    [
      'two jumps',
      [
        ['refresh', `${A}/one.html`],
        ['script', `${A}/two.html`],
      ],
      'jumps',
    ],
    [
      'three hosts',
      [
        [302, `${B}/x`],
        [302, 'http://c.gov.example/y'],
      ],
      'hosts',
    ],
  ])('%s', (_what, sent, message) => {
    expect(judged(sent)).toBe(`failed ${message}`)
  })

  it('says every step', () => {
    const judgement = ask(check, walked(FROM, chain(4)), {}, subject({ role: 'unit' }))
    const way = [FROM, ...chain(4).map(([, to]) => to)].join(' → ')
    expect(judgement).toMatchObject({ defects: [{ data: { count: 4, limit: 3, way } }] })
  })
})

describe('an innocent way', () => {
  it.each<[string, readonly Sent[]]>([
    ['none', []],
    ['three redirects', chain(3)],
    ['one jump', [['refresh', `${A}/list.html`]]],
    [
      'a frameset after a redirect',
      [
        [302, `${A}/new/`],
        ['frame', `${A}/new/main.html`],
      ],
    ],
    [
      'https, www, a slash and an index page',
      [
        [301, 'https://a.gov.example/column/'],
        [301, 'https://www.a.gov.example/column/'],
        [302, 'https://www.a.gov.example/column'],
        [302, 'https://www.a.gov.example/column/index.html'],
      ],
    ],
    ['a session id', [[302, `${A}/column/;jsessionid=0A1B`], [302, `${A}/column/?token=1`], ...chain(3)]],
    [
      'a firewall that asks for a parameter and takes it away',
      [[302, `${A}/column/?verify=77`], [302, `${A}/column/`], ...chain(3)],
    ],
    [
      'a login without a user',
      [
        [302, 'http://sso.gov.example/login?service=x'],
        [302, `${A}/column/?ticket=ST-1`],
        [302, `${A}/column/`],
        [302, `${A}/list.html`],
      ],
    ],
    [
      'to a login of the whole province',
      [
        [302, `${B}/cas/login`],
        [302, 'http://c.gov.example/sso/login'],
      ],
    ],
    ['another host, once', [[301, `${B}/column/`]]],
    [
      'another host and its https',
      [
        [301, `${B}/column/`],
        [301, 'https://www.b.gov.example/column/'],
      ],
    ],
    ['upper case that old servers mend', [...chain(3), [301, `${A}/Step/2.HTML`]]],
    ['doubled slashes', [...chain(3), [301, `${A}//step//2.html`]]],
    ['back to itself with a cookie', [[302, FROM], ...chain(3)]],
    [
      'a frame in a frame',
      [
        ['frame', `${A}/f1.html`],
        ['frame', `${A}/f2.html`],
      ],
    ],
  ])('%s', (_what, sent) => {
    expect(judged(sent)).toBe('passed')
  })

  it('is the portal’s own', () => {
    expect(judged(chain(9), 'portal')).toBe('inapplicable portal')
  })

  it('is one that the rule allows', () => {
    expect(judged(chain(4), 'unit', { maximumSteps: 4 })).toBe('passed')
  })
})

const unread = (
  why: 'failed' | 'error-status' | 'not-asked' | 'jump-not-asked',
  observation: Observation | null,
) =>
  told(
    ask(check, { landing: { kind: 'unread', why, observation }, route: [] }, {}, subject({ role: 'unit' })),
  )

it.each<[string, string, string]>([
  ['no end', unread('failed', failure('too-many-redirects')), 'cantTell endless'],
  ['a circle', unread('failed', failure('redirect-loop')), 'cantTell endless'],
  ['a timeout', unread('failed', failure('headers-timeout')), 'inapplicable not-alive'],
  ['dead at the end', unread('error-status', response(404)), 'inapplicable not-alive'],
  ['not asked', unread('not-asked', null), 'untested not-asked'],
  ['a jump not asked', unread('jump-not-asked', response(200)), 'untested not-asked'],
])('cannot be judged: %s', (_what, got, want) => {
  expect(got).toBe(want)
})
