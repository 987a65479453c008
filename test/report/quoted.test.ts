import { expect, it } from 'vitest'
import { quotedIn } from '../../src/report/evidence/quoted.ts'

it.each([
  ['the words', 'a  b\nc d e', 'b c', { before: 'a ', quote: 'b c', after: ' d e', isFound: true }],
  [
    'words that a page has in two places side by side',
    'x 通知2026',
    '通知 2026',
    { before: 'x ', quote: '通知2026', after: '', isFound: true },
  ],
  ['none', 'a', '', { before: '', quote: '', after: '', isFound: false }],
  ['what is not there', 'a', 'x\0', { before: '', quote: 'x\u2400', after: '', isFound: false }],
])('a quote is found: %s', (_what, text, quote, expected) => {
  expect(quotedIn(text, quote)).toEqual(expected)
})
