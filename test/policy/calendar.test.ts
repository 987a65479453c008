import { expect, it } from 'vitest'
import { InputError } from '../../src/core/errors.ts'
import { loadCalendar } from '../../src/policy/calendar.ts'

const YEAR = `covers: { from: '2026-01-01', to: '2026-12-31' }
source: 通知
holidays:
  - { name: 国庆节, from: '2026-10-01', to: '2026-10-07' }
workdays:
  - '2026-10-10'
`
const load = (...texts: readonly string[]) =>
  loadCalendar(texts.map((text, at) => ({ name: `${2026 + at}.yaml`, text })))

it('reads holidays and moved working days', () => {
  const { covers, holidays, workdays } = load(YEAR)
  expect(covers).toEqual([{ from: '2026-01-01', to: '2026-12-31' }])
  expect([...holidays]).toHaveLength(7)
  expect([...workdays]).toEqual(['2026-10-10'])
})

it('covers nothing without files', () => {
  expect(load().covers).toEqual([])
})

it.each([
  ['no such day', "'2026-10-10'", "'2026-10-32'", /^2026\.yaml:6:5: workdays\[0\]: .*real day/],
  [
    'a day that is worked anyway',
    "'2026-10-10'",
    "'2026-10-09'",
    /workdays\[0\]: 2026-10-09 .*no day of a weekend/,
  ],
  ['a moved day that is off', "'2026-10-10'", "'2026-10-03'", /workdays\[0\]: 2026-10-03 .*holiday too/],
  ['a day of another year', "'2026-10-10'", "'2027-10-10'", /workdays\[0\]: 2027-10-10 .*outside/],
  ['a holiday of another year', "to: '2026-10-07'", "to: '2027-10-07'", /holidays\[0\]: .*outside/],
  [
    'a holiday that ends before it begins',
    "to: '2026-10-07'",
    "to: '2026-09-07'",
    /holidays\[0\]: .*from ≤ to/,
  ],
  ['no source', 'source: 通知\n', '', /source/],
  ['an unknown key', 'source:', 'sauce: x\nsource:', /unknown key/],
])('refuses %s', (_what, before, after, want) => {
  const attempt = () => load(YEAR.replace(before, after))
  expect(attempt).toThrow(InputError)
  expect(attempt).toThrow(want)
})

it('refuses two files for the same days', () => {
  expect(() => load(YEAR, YEAR)).toThrow(/^2027\.yaml:1:9: covers: .*2026\.yaml/)
})
