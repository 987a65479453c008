import { describe, expect, it } from 'vitest'
import { isAtLeast, OUTCOMES, SEVERITIES } from '../../src/core/outcome.ts'

describe('isAtLeast', () => {
  it.each([
    ['minor', 'minor', true],
    ['minor', 'serious', false],
    ['serious', 'minor', true],
    ['serious', 'serious', true],
    ['critical', 'veto', false],
    ['veto', 'critical', true],
    ['veto', 'veto', true],
  ] as const)('%s is at least %s: %s', (severity, threshold, wanted) => {
    expect(isAtLeast(severity, threshold)).toBe(wanted)
  })
})

it('lists severities from the lightest, and each outcome once', () => {
  expect(SEVERITIES).toEqual(['minor', 'serious', 'critical', 'veto'])
  expect([...OUTCOMES].sort()).toEqual(['cantTell', 'failed', 'inapplicable', 'passed', 'untested'])
})
