import { expect, it } from 'vitest'
import { anyCheck } from '../../src/checks/any-check.ts'
import { deadEntry } from '../../src/checks/dead-entry.ts'
import type { FollowedLink } from '../../src/facts/facts.ts'
import { address, ask, landing, listPage, reachability, told } from '../support/check-cases.ts'

const check = anyCheck(deadEntry)
const link = (state: Parameters<typeof reachability>[0], at = 1): FollowedLink => ({
  text: '关于规划的公示',
  address: address(`http://a.example/${at}`),
  reachability: reachability(state),
})
const list = listPage('2026-11-01', '2026-10-01')

it.each<[string, readonly FollowedLink[], string]>([
  ['all alive', [link('alive'), link('alive', 2)], 'passed'],
  ['one dead', [link('alive'), link('dead', 2)], 'failed dead'],
  ['two dead', [link('dead'), link('dead', 2)], 'failed dead dead'],
  ['one disputed', [link('alive'), link('disputed', 2)], 'passed'],
  ['none could be asked', [link('untested'), link('suspected', 2)], 'cantTell unsettled'],
  ['no entries', [], 'inapplicable no-entries'],
])('%s', (_what, followedLinks, want) => {
  expect(told(ask(check, { landing: list, followedLinks }))).toBe(want)
})

it('leaves a page that is no column to other checks', () => {
  const judgement = ask(check, {
    landing: landing('<p>您访问的页面不存在</p>'),
    followedLinks: [link('dead')],
  })
  expect(told(judgement)).toBe('inapplicable not-a-column-page')
})
