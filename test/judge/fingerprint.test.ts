import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { fingerprint } from '../../src/judge/fingerprint.ts'

describe('fingerprint', () => {
  it.each([
    [['stale-news', 'u1', '1.1', 'http://a.example/']],
    [['missing-element', '市民政局', '3.1', 'service:x', 'guide']],
    [['']],
  ])('is the head of the SHA-256 of its parts: %j', (parts) => {
    const oracle = createHash('sha256').update(parts.join('\n')).digest('hex').slice(0, 16)
    expect(fingerprint(...parts)).toBe(oracle)
  })

  it('does not run parts together', () => {
    expect(fingerprint('a', 'bc')).not.toBe(fingerprint('ab', 'c'))
  })
})
