import { expect, it } from 'vitest'
import { anyCheck } from '../../src/checks/any-check.ts'
import { missingElement } from '../../src/checks/missing-element.ts'
import type { ElementFact } from '../../src/facts/facts.ts'
import { ask, HERE, landing, reachability, told } from '../support/check-cases.ts'

const check = anyCheck(missingElement)
const elementsPage = landing('<p>办事</p>')
const works: ElementFact = {
  element: 'guide',
  found: 'linked',
  address: HERE,
  reachability: reachability('alive', '200'),
}
const absent: ElementFact = { element: 'faq', found: 'absent', address: null, reachability: null }
const dead: ElementFact = {
  element: 'laws',
  found: 'registered',
  address: HERE,
  reachability: reachability('dead'),
}
const blocked: ElementFact = {
  element: 'forms',
  found: 'linked',
  address: HERE,
  reachability: reachability('blocked', '403'),
}
const unknown: ElementFact = { element: 'agency', found: 'unknown', address: null, reachability: null }

it.each<[string, readonly ElementFact[], string]>([
  ['all work', [works, works], 'passed'],
  ['one absent', [works, absent], 'failed absent'],
  ['one dead', [works, dead], 'failed dead'],
  ['absent and dead', [absent, dead], 'failed absent dead'],
  ['one blocked', [works, blocked], 'cantTell unsettled'],
  ['page unread', [unknown], 'cantTell unsettled'],
  ['blocked beside absent', [blocked, absent], 'failed absent'],
])('%s', (_what, elements, want) => {
  expect(told(ask(check, { elements, elementsPage }))).toBe(want)
})
