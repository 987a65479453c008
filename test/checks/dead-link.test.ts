import { expect, it } from 'vitest'
import { anyCheck } from '../../src/checks/any-check.ts'
import { deadLink } from '../../src/checks/dead-link.ts'
import { address, ask, HERE, reachability, response, told } from '../support/check-cases.ts'

const check = anyCheck(deadLink)

it.each([
  ['alive', reachability('alive', '200'), 'passed'],
  ['dead', reachability('dead', '404'), 'failed dead'],
  ['dead name', reachability('dead', 'name-not-found'), 'failed dead'],
  ['failing', reachability('failing', '503'), 'failed failing'],
  ['disputed', reachability('disputed'), 'cantTell disputed'],
  ['suspected', reachability('suspected', '503'), 'cantTell suspected'],
  ['blocked', reachability('blocked', '403'), 'cantTell blocked'],
  ['untested', reachability('untested', 'not-asked'), 'untested untested'],
])('%s', (_what, given, want) => {
  expect(told(ask(check, { reachability: given }))).toBe(want)
})

it('says where a redirect led', () => {
  const final = address('http://a.gov.example/gone')
  const hop = { address: HERE, status: 302, location: '/gone' }
  const observations = [{ ...response(404, HERE, 'visit', final), hops: [hop] }]
  const judgement = ask(check, { reachability: { state: 'dead', cause: '404', observations } })
  expect(told(judgement)).toBe('failed dead-after-redirect')
  expect(judgement).toMatchObject({ defects: [{ data: { final } }] })
})
