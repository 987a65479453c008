import { describe, expect, it } from 'vitest'
import { duties } from '../../src/plan/duties.ts'
import { subjects } from '../../src/plan/subjects.ts'
import type { Item } from '../../src/policy/item.ts'
import { day, item, packOf, registryOf } from './examples.ts'

const A = 'http://a.example'

const REGISTRY = registryOf({
  units: ['mzj,市民政局,,department,,,,,,'],
  columns: [
    `c1,mzj,2.8,规划计划,submitted,${A}/portal,${A}/unit`,
    `c2,mzj,2.8,年度计划,linked,${A}/portal2,${A}/unit2`,
    `c3,mzj,2.8,专项规划,harvested,,${A}/unit3`,
    `c4,mzj,2.10,资金,linked,${A}/same,${A}/same#x`,
    `c5,mzj,2.10,资金办法,submitted,${A}/same,`,
    `c6,mzj,3.1,受理,linked,,${A}/apply`,
  ],
  services: [
    `s1,mzj,居住证办理,${A}/page,${A}/apply,${A}/status,,,,,,,,`,
    `s2,mzj,低保,,,${A}/status2,,,,,,,,`,
  ],
})

const of = (one: Item) =>
  subjects(duties(packOf(one), REGISTRY, day('2026-07-06'))).map(({ kind, ref }) => [
    kind === ref.kind ? ref.key : `${kind} is not ${ref.kind}`,
    ref.label,
    ref.address?.slice(A.length) ?? null,
  ])
const units = ['市民政局']

describe('subjects', () => {
  it('are the duty, each column at its judged address, and each address', () => {
    expect(of(item('2.8', { units }, { title: '规划' }))).toEqual([
      ['duty', '规划', null],
      ['column:c1', '规划计划', '/portal'],
      ['address:c1:portal', '规划计划（门户栏目）', '/portal'],
      ['address:c1:unit', '规划计划（单位网站）', '/unit'],
      ['column:c2', '年度计划', '/unit2'],
      ['address:c2:portal', '年度计划（门户栏目）', '/portal2'],
      ['address:c2:unit', '年度计划（单位网站）', '/unit2'],
      ['column:c3', '专项规划', '/unit3'],
      ['address:c3:unit', '专项规划（单位网站）', '/unit3'],
    ])
  })

  it('tell one fault at one address of one duty once', () => {
    expect(of(item('2.10', { units }))).toEqual([
      ['duty', '事项2.10', null],
      ['column:c4', '资金', '/same'],
      ['address:c4:portal', '资金（门户栏目）', '/same'],
    ])
  })

  it('are at the application stage every service, and the stage where a column has the same address', () => {
    expect(of(item('3.1', { units }, { stage: 'application' }))).toEqual([
      ['duty', '事项3.1', null],
      ['service:s1', '居住证办理', null],
      ['service:s2', '低保', null],
      ['address:s1:application', '居住证办理 · 在线受理', '/apply'],
      ['column:c6', '受理', '/apply'],
    ])
  })

  it('are at the other stages the addresses of that stage', () => {
    expect(of(item('3.2', { units }, { stage: 'status' }))).toEqual([
      ['duty', '事项3.2', null],
      ['address:s1:status', '居住证办理 · 状态查询', '/status'],
      ['address:s2:status', '低保 · 状态查询', '/status2'],
    ])
    expect(of(item('3.3', { units }, { stage: 'result' }))).toEqual([['duty', '事项3.3', null]])
  })

  it('are the duty alone where nothing is registered', () => {
    expect(of(item('1.1', { units }))).toEqual([['duty', '事项1.1', null]])
  })

  it('have keys that are unique in a unit and item, and know their duty', () => {
    const all = subjects(
      duties(
        packOf(item('2.8', { units }), item('3.1', { units }, { stage: 'application' })),
        REGISTRY,
        day('2026-07-06'),
      ),
    )
    const keys = all.map(({ duty, ref }) => `${duty.unit.id} ${duty.item.id} ${ref.key}`)
    expect(new Set(keys).size).toBe(all.length)
    expect(all.every((one) => one.kind !== 'address' || one.ref.address === one.address)).toBe(true)
  })
})
