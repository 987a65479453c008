import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { duties, strayColumns, unknownUnits } from '../../src/plan/duties.ts'
import type { Item, UnitGroup } from '../../src/policy/item.ts'
import type { Registry } from '../../src/registry/registry.ts'
import type { Unit } from '../../src/registry/unit.ts'
import { DAYS, registries } from '../registry/arbitraries.ts'
import { day, item, packOf, registryOf } from './examples.ts'

const TODAY = day('2026-07-06')
const A = 'http://a.example'

const REGISTRY = registryOf({
  units: [
    'qingxi,清溪区,,district,,,,,,',
    'fgw,市发展改革委,市发改委,department,,,,,2.8,',
    'mzj,市民政局,,department,,,,,2.8;4.1,',
    'dlgs,市电力公司,,enterprise,,,,,,',
  ],
  columns: [
    `c1,fgw,2.8,规划,submitted,${A}/1,`,
    `c2,fgw,2.8,计划,submitted,${A}/2,`,
    `c3,fgw,1.1,动态,submitted,${A}/3,`,
    `c4,mzj,3.1,受理,linked,,${A}/4`,
  ],
  services: [
    `s1,mzj,婚姻登记,,${A}/apply,${A}/status,,,,,,,,`,
    `s2,mzj,低保,,,${A}/status2,,,,,,,,`,
    `s3,fgw,备案,${A}/page,,,,,,,,,,`,
  ],
})

const cells = (registry: Registry, items: readonly Item[], asOf = TODAY): readonly string[] =>
  duties(packOf(...items), registry, asOf).map((duty) => `${duty.item.id} ${duty.unit.id}`)

describe('who owes an item', () => {
  it.each<readonly [string, Item, readonly string[]]>([
    ['every district', item('1.1', { groups: ['districts'] }), ['qingxi']],
    ['every department, no enterprise', item('1.1', { groups: ['departments'] }), ['fgw', 'mzj']],
    ['both', item('1.1', { groups: ['departments', 'districts'] }), ['qingxi', 'fgw', 'mzj']],
    ['a unit by name', item('1.1', { units: ['市电力公司'] }), ['dlgs']],
    ['a unit by alias', item('1.1', { units: ['市发改委'] }), ['fgw']],
    ['those that list the item', item('4.1', { groups: ['relevantDepartments'] }), ['mzj']],
    [
      'one that is named and of the group, once',
      item('2.8', { units: ['市发改委', '市发展改革委'], groups: ['relevantDepartments'] }),
      ['fgw', 'mzj'],
    ],
    ['nobody of a group that is empty', item('1.1', { groups: ['relevantDepartments'] }), []],
    ['the others when one is unknown', item('1.1', { units: ['市某局', '市民政局'] }), ['mzj']],
  ])('%s', (_name, one, units) => {
    expect(cells(REGISTRY, [one])).toEqual(units.map((unit) => `${one.id} ${unit}`))
  })

  it('in the order of the policy, then of the registry', () => {
    const items = [item('2.8', { units: ['市民政局', '市发改委'] }), item('1.1', { groups: ['districts'] })]
    expect(cells(REGISTRY, items)).toEqual(['2.8 fgw', '2.8 mzj', '1.1 qingxi'])
  })
})

describe('units that come and go', () => {
  const merged = registryOf({
    units: [
      'wsj,市卫生局,,department,,,2026-03-31,wjw,2.8,',
      'rkw,市人口计生委,,department,,2020-01-01,2026-03-31,市卫计委,,',
      'wjw,市卫计委,,department,,2026-04-01,2026-12-31,jkw,,',
      'jkw,市健康委,,department,,2027-01-01,,,,',
      'old,市某局,,department,,,2025-12-31,,,',
    ],
    columns: [
      `c1,wsj,1.1,卫生动态,submitted,${A}/1,`,
      `c2,wjw,1.1,卫计动态,submitted,${A}/2,`,
      `c3,old,1.1,旧动态,submitted,${A}/3,`,
    ],
    services: [`s1,rkw,生育登记,,${A}/apply,,,,,,,,,`],
  })
  const named = item('1.1', { units: ['市卫生局', '市人口计生委'] })
  const group = item('1.1', { groups: ['departments'] })
  const relevant = item('2.8', { groups: ['relevantDepartments'] })

  it.each([
    ['2019-12-31', named, ['wsj']],
    ['2020-01-01', named, ['wsj', 'rkw']],
    ['2026-03-31', named, ['wsj', 'rkw']],
    ['2026-04-01', named, ['wjw']],
    ['2026-12-31', named, ['wjw']],
    ['2027-01-01', named, ['jkw']],
    ['2025-12-31', group, ['wsj', 'rkw', 'old']],
    ['2026-01-01', group, ['wsj', 'rkw']],
    ['2026-04-01', group, ['wjw']],
    ['2026-04-01', relevant, ['wjw']],
  ] as const)('on %s', (on, one, units) => {
    expect(cells(merged, [one], day(on))).toEqual(units.map((unit) => `${one.id} ${unit}`))
  })

  it('hands down columns and services, at second hand too, and those of nobody to nobody', () => {
    const pack = packOf(
      item('1.1', { groups: ['departments'] }),
      item('3.1', { groups: ['departments'] }, { stage: 'application' }),
    )
    const held = (on: string) =>
      duties(pack, merged, day(on)).map((duty) => [
        duty.unit.id,
        [...duty.columns, ...duty.services].map((one) => one.id).join(' '),
      ])
    expect(held('2026-03-31')).toEqual([
      ['wsj', 'c1'],
      ['rkw', ''],
      ['wsj', ''],
      ['rkw', 's1'],
    ])
    expect(held('2026-04-01')).toEqual([
      ['wjw', 'c1 c2'],
      ['wjw', 's1'],
    ])
    expect(held('2027-01-01')).toEqual([
      ['jkw', 'c1 c2'],
      ['jkw', 's1'],
    ])
  })
})

describe('what is registered for a duty', () => {
  const groups: readonly UnitGroup[] = ['departments']
  const registered = (one: Item) =>
    duties(packOf(one), REGISTRY, TODAY).map((duty) => ({
      unit: duty.unit.id,
      columns: duty.columns.map((column) => column.id),
      services: duty.services.map((service) => service.id),
      unitServices: duty.unitServices.map((service) => service.id),
    }))

  it('columns of the unit for the item; nothing is registered for some', () => {
    expect(registered(item('2.8', { groups }))).toEqual([
      { unit: 'fgw', columns: ['c1', 'c2'], services: [], unitServices: [] },
      { unit: 'mzj', columns: [], services: [], unitServices: [] },
    ])
  })

  it('services with an address for the stage, and columns beside them', () => {
    expect(registered(item('3.2', { groups }, { stage: 'status' }))).toEqual([
      { unit: 'fgw', columns: [], services: [], unitServices: [] },
      { unit: 'mzj', columns: [], services: ['s1', 's2'], unitServices: [] },
    ])
  })

  it('at the application stage every service of the unit', () => {
    expect(registered(item('3.1', { groups }, { stage: 'application' }))).toEqual([
      { unit: 'fgw', columns: [], services: [], unitServices: ['s3'] },
      { unit: 'mzj', columns: ['c4'], services: ['s1'], unitServices: ['s1', 's2'] },
    ])
  })
})

describe('any registry', () => {
  const groups = fc.subarray<UnitGroup>(['districts', 'departments', 'relevantDepartments'])
  const items = fc
    .record({ groups, names: fc.subarray(['u0', 'u1', 'u5']) })
    .chain((a) => fc.record({ groups, names: fc.subarray(['u2', 'u3']) }).map((b) => [a, b] as const))
    .map(([a, b]) => [
      item('1.1', { groups: a.groups, units: a.names }),
      item('2.8', { groups: b.groups, units: b.names }),
    ])

  /** The owing units, told in another way: follow each selected unit until one is at work. */
  function owing(one: Item, registry: Registry, on: string): ReadonlySet<string> {
    const selected = (unit: Unit): boolean =>
      one.owedBy.units.includes(unit.id) ||
      (one.owedBy.groups.includes('districts') && unit.kind === 'district') ||
      (one.owedBy.groups.includes('departments') && unit.kind === 'department') ||
      (one.owedBy.groups.includes('relevantDepartments') && unit.relevantItems.includes(one.id))
    const found = new Set<string>()
    for (const unit of registry.units.values()) {
      let at: Unit | undefined = selected(unit) ? unit : undefined
      while (at?.activeTo && at.activeTo < on) at = registry.units.get(at.successor ?? '')
      if (at !== undefined) found.add(at.id)
    }
    return found
  }

  it('has exactly the duties of items × owing units, each once', () => {
    fc.assert(
      fc.property(registries, items, fc.constantFrom(...DAYS), (registry, list, on) => {
        const planned = cells(registry, list, on)
        const wanted = list.flatMap((one) => [...owing(one, registry, on)].map((unit) => `${one.id} ${unit}`))
        expect([...planned].sort()).toEqual(wanted.sort())
      }),
      { numRuns: 500 },
    )
  })

  it('has each column at one duty, or among the strays', () => {
    fc.assert(
      fc.property(registries, items, fc.constantFrom(...DAYS), (registry, list, on) => {
        const pack = packOf(...list)
        const placed = duties(pack, registry, on).flatMap((duty) => duty.columns.map((column) => column.id))
        expect(new Set(placed).size).toBe(placed.length)
        expect(placed.length + strayColumns(pack, registry, on).length).toBe(registry.columns.length)
      }),
    )
  })
})

describe('unknownUnits', () => {
  it('names the unit, its items and a name that is near, once for each unit', () => {
    const pack = packOf(
      item('1.1', { units: ['市发展和改革委', '市发改委'] }),
      item('2.8', { units: ['市发展和改革委', '市电力公司', '省厅'] }),
    )
    expect(unknownUnits(pack, REGISTRY)).toEqual([
      {
        file: 'units.csv',
        column: 'name',
        message: expect.stringMatching(/市发展和改革委 \(items 1\.1, 2\.8\).*did you mean 市发展改革委/),
      },
      {
        file: 'units.csv',
        column: 'name',
        message: expect.stringMatching(/省厅 \(items 2\.8\); add the unit.*aliases\.$/),
      },
    ])
  })
})

describe('strayColumns', () => {
  it('names columns of units that do not owe the item', () => {
    const pack = packOf(item('2.8', { units: ['市发改委'] }), item('3.1', { groups: ['departments'] }))
    expect(strayColumns(pack, REGISTRY, TODAY)).toEqual([
      {
        file: 'columns.csv',
        column: 'item',
        message: expect.stringContaining('column c3: 市发展改革委 does not owe item 1.1 on 2026-07-06'),
      },
    ])
  })
})
