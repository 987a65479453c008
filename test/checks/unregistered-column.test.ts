import { expect, it } from 'vitest'
import { anyCheck } from '../../src/checks/any-check.ts'
import { unregisteredColumn } from '../../src/checks/unregistered-column.ts'
import { ask, subject, told } from '../support/check-cases.ts'

const check = anyCheck(unregisteredColumn)

it.each([
  [0, 'failed unregistered'],
  [1, 'passed'],
  [3, 'passed'],
])('%i registered: %s', (registered, want) => {
  expect(told(ask(check, {}, {}, subject({ registered })))).toBe(want)
})
