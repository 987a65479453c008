import { describe, expect, it } from 'vitest'
import { anyCheck } from '../../src/checks/any-check.ts'
import { searchGap } from '../../src/checks/search-gap.ts'
import type { SearchFact, SearchTry } from '../../src/facts/facts.ts'
import { ask, HERE, landing, listPage, response, told } from '../support/check-cases.ts'

const check = anyCheck(searchGap)
const search = (form: SearchFact['form'], ...results: readonly SearchTry['result'][]): SearchFact => ({
  form,
  tries: results.map((result) => ({
    title: '全市召开冬季安全生产检查工作会议',
    address: HERE,
    results: HERE,
    result,
    observation: result === 'not-asked' ? null : response(200),
  })),
})

describe('every page registered for a search', () => {
  it.each<[string, SearchFact, string]>([
    ['finds both titles', search('ask', 'found', 'found'), 'passed'],
    ['finds one of them', search('ask', 'none', 'found'), 'passed'],
    ['finds neither', search('ask', 'none', 'none'), 'failed none'],
    ['shows others for both', search('ask', 'elsewhere', 'elsewhere'), 'failed elsewhere'],
    ['leads to a dead address', search('ask', 'dead', 'dead'), 'failed dead'],
    ['finds nothing once, and cannot be read then', search('ask', 'none', 'unclear'), 'cantTell unclear'],
    ['may not be asked', search('ask', 'not-asked', 'not-asked'), 'cantTell unclear'],
    ['could be tried once only', search('ask', 'none'), 'cantTell no-titles'],
    ['has no titles to be tried with', search('ask'), 'cantTell no-titles'],
    ['is sent by POST', search('post'), 'cantTell unusable'],
    ['is sent by a script', search('script'), 'cantTell unusable'],
    ['has no form anywhere', search('none'), 'failed form-absent'],
    ['is partly unread', search('unknown'), 'cantTell unclear'],
  ])('%s', (_what, fact, want) => {
    expect(told(ask(check, { landing: listPage('2026-11-01'), search: fact }))).toBe(want)
  })

  it('is left to other checks where it is no such page', () => {
    const facts = { landing: landing('<p>您访问的页面不存在</p>'), search: search('unknown') }
    expect(told(ask(check, facts))).toBe('inapplicable not-a-column-page')
  })
})
