import { describe, expect, it } from 'vitest'
import { planOf } from '../../src/app/inputs.ts'
import { declaredFor, excuseFor } from '../../src/judge/excuse.ts'
import { visitProbes } from '../../src/plan/probes.ts'
import { day, item, packOf, registryOf } from './examples.ts'

const OLD = 'http://old.example'
const NEW = 'http://new.example'
const pack = packOf(
  item('2.8', { groups: ['districts'] }),
  item('3.1', { groups: ['districts'] }, { stage: 'application' }),
)
const notices = [
  `a,qingxi,address,2026-11-10,2026-11-20,${OLD}/list,${NEW}/zw/list,调整`,
  `b,qingxi,redesign,2026-11-10,2026-11-20,${OLD}/shouli,${NEW}/apply,改版`,
  `c,qingxi,address,2026-11-10,2026-11-20,${OLD}/faq,${NEW}/questions,调整`,
]
const columns = [`x,qingxi,2.8,规划,linked,,${OLD}/list`, `y,qingxi,2.8,计划,linked,,${OLD}/list/2`]
const services = [
  `s,qingxi,居住证办理,${OLD}/page,${OLD}/shouli,${OLD}/chaxun,${OLD}/jieguo,,,,,${OLD}/faq,,`,
]
const units = [`qingxi,清溪区,,district,${OLD}/,,,,,`]

const planned = (rows: readonly string[], on = '2026-11-16') => {
  const registry = registryOf({ units, columns, services, notices: rows })
  const { subjects } = planOf(pack, registry, day(on), { units: [], items: [] })
  return { subjects, notices: registry.notices, asked: visitProbes(subjects).map(({ address }) => address) }
}

const AS_REGISTERED = ['/chaxun', '/faq', '/jieguo', '/list', '/list/2', '/page', '/shouli']

describe('what is asked and judged', () => {
  it.each<[string, readonly string[], string | undefined, readonly string[]]>([
    ['without notices', [], undefined, AS_REGISTERED.map((path) => `${OLD}${path}`)],
    ['after the notices', notices, '2026-11-21', AS_REGISTERED.map((path) => `${OLD}${path}`)],
    [
      'a column, a stage and an element that moved',
      notices,
      undefined,
      [
        `${NEW}/apply`,
        `${NEW}/questions`,
        `${NEW}/zw/list`,
        ...['/chaxun', '/jieguo', '/list/2', '/page'].map((path) => `${OLD}${path}`),
      ],
    ],
    [
      'a host that moved',
      [`d,qingxi,domain,2026-11-10,2026-11-20,old.example,${NEW}/,域名调整`],
      undefined,
      AS_REGISTERED.map((path) => `${NEW}${path}`),
    ],
  ])('%s', (_what, rows, on, want) => {
    expect(planned(rows, on).asked).toEqual(want)
  })
})

describe('the notice', () => {
  const told = (rows: readonly string[], name: string, on = '2026-11-16') => {
    const plan = planned(rows, on)
    const subject = plan.subjects.find((one) => one.kind === 'column' && one.column.id === name)
    if (subject === undefined) throw new Error(`There is no column ${name}.`)
    const excuse = excuseFor(subject, plan.notices, day(on))?.id ?? null
    return { excuse, declared: declaredFor(subject, plan.notices, day(on)).map(({ id }) => id) }
  }
  const contradicting = [notices[0] ?? '', `e,qingxi,address,2026-11-10,2026-11-20,${OLD}/list,${NEW}/b,调整`]

  it.each<[string, readonly string[], string, string, ReturnType<typeof told>]>([
    [
      'excuses no new address, and is known there',
      notices,
      'x',
      '2026-11-16',
      { excuse: null, declared: ['a'] },
    ],
    ['says nothing of another address', notices, 'y', '2026-11-16', { excuse: null, declared: [] }],
    [
      'is known at the old one when it has ended',
      notices,
      'x',
      '2026-11-21',
      { excuse: null, declared: ['a'] },
    ],
    [
      'excuses what stays because another contradicts it',
      contradicting,
      'x',
      '2026-11-16',
      { excuse: 'a', declared: ['a', 'e'] },
    ],
    [
      'excuses what is only worked out from a change of host',
      [`d,qingxi,domain,2026-11-10,2026-11-20,old.example,${NEW}/,域名调整`],
      'x',
      '2026-11-16',
      { excuse: 'd', declared: ['d'] },
    ],
  ])('%s', (_what, rows, name, on, want) => {
    expect(told(rows, name, on)).toEqual(want)
  })
})
