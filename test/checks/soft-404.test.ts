import { describe, expect, it } from 'vitest'
import { anyCheck } from '../../src/checks/any-check.ts'
import { soft404 } from '../../src/checks/soft-404.ts'
import type { Likeness } from '../../src/facts/likeness.ts'
import { ask, landing, listPage, reachability, response, told } from '../support/check-cases.ts'

const check = anyCheck(soft404)
const alive = reachability('alive', '200')
const likeness = (kind: Likeness['kind']): Likeness => ({
  kind,
  similarity: kind === 'same' ? 0.97 : null,
  quote: '页面不存在',
  control: response(200),
})
const page = landing('<title>x</title><p>正文</p>')

describe('soft-404', () => {
  it.each([
    ['honest host', alive, page, likeness('honest'), 'passed'],
    ['another page than the control page', alive, page, likeness('different'), 'passed'],
    ['no control page', alive, listPage('2026-11-01'), likeness('unknown'), 'passed'],
    ['the control page again', alive, page, likeness('same'), 'failed same'],
    ['refuses in its own words', alive, page, likeness('refusal'), 'failed refusal'],
    [
      'dead: another check says so',
      reachability('dead'),
      page,
      likeness('refusal'),
      'inapplicable not-alive',
    ],
    ['not asked', reachability('untested'), page, likeness('unknown'), 'untested not-asked'],
    [
      'unread',
      alive,
      { kind: 'unread', why: 'failed', observation: null } as const,
      likeness('unknown'),
      'cantTell unreadable',
    ],
    [
      'a document',
      alive,
      { kind: 'unread', why: 'not-html', observation: null } as const,
      likeness('unknown'),
      'inapplicable unreadable',
    ],
  ])('%s', (_what, reached, where, like, want) => {
    expect(told(ask(check, { reachability: reached, landing: where, likeness: like }))).toBe(want)
  })
})
