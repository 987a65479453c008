import { describe, expect, it } from 'vitest'
import { truthTable } from '../../src/app/truth-table.ts'
import { truthText } from '../../src/cli/truth-text.ts'

const truth = {
  faults: [
    { check: 'a', unit: 'u', item: '1.1' },
    { check: 'a', unit: 'v', item: '1.1' },
  ],
  traps: [{ unit: 'w', item: '1.1', mayNotAccuse: ['a', 'b'] }],
}
const row = { check: 'a', seeded: 2, found: 0, innocents: 1, falselyAccused: 0 }

describe('the truth table', () => {
  it.each([
    ['nothing found', [], row],
    ['a fault found twice is found once', [truth.faults[0], truth.faults[0]], { ...row, found: 1 }],
    ['an innocent accused', [{ check: 'a', unit: 'w', item: '1.1' }], { ...row, falselyAccused: 1 }],
    [
      'the right unit at another item',
      [{ check: 'a', unit: 'u', item: '2.1' }],
      { ...row, falselyAccused: 1 },
    ],
    ['another check at the place', [{ check: 'b', unit: 'u', item: '1.1' }], row],
  ])('%s', (_what, found, want) => {
    const findings = found.flatMap((one) => (one === undefined ? [] : [one]))
    expect(truthTable(['a'], truth, findings)).toEqual([want])
  })

  it('adds up', () => {
    const text = truthText(
      [
        { ...row, found: 2 },
        { ...row, check: 'b', falselyAccused: 1 },
      ],
      'en',
    )
    expect(text).toMatch(/all\s+│ 4\s+│ 2\s+│ 2\s+│ 1\s+│/)
  })
})
