import { expect, it } from 'vitest'
import { anyCheck } from '../../src/checks/any-check.ts'
import { sharedStageAddress } from '../../src/checks/shared-stage-address.ts'
import type { StageFact } from '../../src/facts/facts.ts'
import { address, ask, response, told } from '../support/check-cases.ts'

const check = anyCheck(sharedStageAddress)
const stage = (name: StageFact['stage'], at: string | null, final = at): StageFact => ({
  stage: name,
  registered: at === null ? null : address(at),
  final: final === null ? null : address(final),
  observation: at === null || final === null ? null : response(200, address(at), 'visit', address(final)),
})
const A = 'http://a.example/apply'
const S = 'http://a.example/status'
const R = 'http://a.example/result'

it.each<[string, readonly StageFact[], string]>([
  ['three addresses', [stage('application', A), stage('status', S), stage('result', R)], 'passed'],
  ['two the same', [stage('application', A), stage('status', A), stage('result', R)], 'failed same-address'],
  [
    'only a fragment apart',
    [stage('application', A), stage('status', `${A}#s`), stage('result', R)],
    'failed same-address',
  ],
  [
    'port and case apart',
    [stage('application', A), stage('status', 'HTTP://A.example:80/apply'), stage('result', R)],
    'failed same-address',
  ],
  [
    'a query apart',
    [stage('application', `${A}?s=1`), stage('status', `${A}?s=2`), stage('result', R)],
    'passed',
  ],
  [
    'one page after redirects',
    [stage('application', A), stage('status', S, A), stage('result', R)],
    'failed same-after-redirects',
  ],
  [
    'one login after redirects',
    [
      stage('application', A, 'http://a.example/login'),
      stage('status', S, 'http://a.example/login'),
      stage('result', R),
    ],
    'passed',
  ],
  [
    'all the same',
    [stage('application', A), stage('status', A), stage('result', A)],
    'failed same-address same-address same-address',
  ],
  [
    'one registered',
    [stage('application', A), stage('status', null), stage('result', null)],
    'inapplicable too-few',
  ],
])('%s', (_what, stages, want) => {
  expect(told(ask(check, { stages }))).toBe(want)
})
