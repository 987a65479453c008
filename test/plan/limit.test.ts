import { describe, expect, it } from 'vitest'
import { InputError } from '../../src/core/errors.ts'
import { duties } from '../../src/plan/duties.ts'
import { limitDuties } from '../../src/plan/limit.ts'
import { day, item, packOf, registryOf } from './examples.ts'

const REGISTRY = registryOf({
  units: [
    'qingxi,清溪区,,district,,,,,,',
    'fgw,市发展改革委,市发改委,department,,,,,,',
    'mzj,市民政局,,department,,,,,,',
  ],
})
const PACK = packOf(
  item('1.1', { groups: ['districts', 'departments'] }),
  item('2.8', { units: ['市发改委'] }, { title: '规划计划' }),
)
const ALL = duties(PACK, REGISTRY, day('2026-07-06'))

const limited = (units: readonly string[], items: readonly string[]): readonly string[] =>
  limitDuties(ALL, PACK, REGISTRY, { units, items }).map((duty) => `${duty.item.id} ${duty.unit.id}`)

describe('limitDuties keeps', () => {
  it.each<readonly [string, readonly string[], readonly string[], readonly string[]]>([
    ['everything', [], [], ['1.1 qingxi', '1.1 fgw', '1.1 mzj', '2.8 fgw']],
    ['a unit by id', ['fgw'], [], ['1.1 fgw', '2.8 fgw']],
    ['a unit by alias', ['市发改委'], [], ['1.1 fgw', '2.8 fgw']],
    ['units by name, once each', ['市民政局', '清溪区', 'mzj'], [], ['1.1 qingxi', '1.1 mzj']],
    ['an item by id', [], ['2.8'], ['2.8 fgw']],
    ['an item by title', [], ['规划计划'], ['2.8 fgw']],
    ['units and items', ['fgw', 'mzj'], ['1.1'], ['1.1 fgw', '1.1 mzj']],
  ])('%s', (_name, units, items, wanted) => {
    expect(limited(units, items)).toEqual(wanted)
  })
})

describe('limitDuties refuses', () => {
  it.each<readonly [string, readonly string[], readonly string[], readonly (readonly [string, string])[]]>([
    ['a misspelt unit', ['市民正局'], [], [['--unit', 'did you mean 市民政局?']]],
    [
      'a unit quite unlike',
      ['zzz'],
      [],
      [['--unit', 'no unit zzz in units.csv; give an id, a name or an alias of it.']],
    ],
    ['an unknown item', [], ['9.9'], [['--item', 'no item 9.9']]],
    [
      'all that are unknown',
      ['x', 'fgw', 'y'],
      ['2.8', '0'],
      [
        ['--unit', 'no unit x'],
        ['--unit', 'no unit y'],
        ['--item', 'no item 0'],
      ],
    ],
    [
      'a unit that owes none of the items',
      ['清溪区'],
      ['2.8'],
      [['--unit --item', 'nobody owes anything among qingxi, 2.8']],
    ],
  ])('%s', (_name, units, items, wanted) => {
    const fault = (() => {
      try {
        return limited(units, items)
      } catch (reason) {
        return reason
      }
    })()
    if (!(fault instanceof InputError)) throw new Error('The choice was taken.')
    expect(fault.exitCode).toBe(64)
    expect(fault.problems).toEqual(
      wanted.map(([file, words]) => ({ file, message: expect.stringContaining(words) })),
    )
  })
})
