import { expect, it } from 'vitest'
import { anyCheck } from '../../src/checks/any-check.ts'
import { registrationWall } from '../../src/checks/registration-wall.ts'
import type { Wall } from '../../src/facts/wall.ts'
import { ask, response, subject, told } from '../support/check-cases.ts'

const check = anyCheck(registrationWall)
const wall = (sign: Wall['sign']): Wall => ({
  kind: sign === null ? 'open' : 'wall',
  sign,
  quote: '请先登录',
  observation: response(200),
})

it.each([
  ['open', wall(null), null, 'passed'],
  ['redirect', wall('redirect'), null, 'failed redirect'],
  ['form at the status stage', wall('form'), 'status', 'failed form'],
  ['words at the result stage', wall('words'), 'result', 'failed words'],
  ['form at the application stage', wall('form'), 'application', 'inapplicable application-stage'],
  [
    'unread',
    { kind: 'unknown', sign: null, quote: '', observation: null } as const,
    'status',
    'cantTell unreadable',
  ],
] as const)('%s', (_what, given, stage, want) => {
  expect(told(ask(check, { wall: given }, {}, subject({ stage })))).toBe(want)
})
