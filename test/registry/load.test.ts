import { describe, expect, it } from 'vitest'
import { filesOf, read } from './files.ts'

const A = 'http://a.example/'

describe('parseRegistry reads', () => {
  it('units', () => {
    const units = [
      'fgw,市发展改革委,市发改委；发改委 ;,department,HTTP://FGW.example,2020-01-01,2026-12-31,市经信委,2.8;2.10,张三 0571-1',
      'jxw,市经信委,,enterprise,,,,,,',
    ]
    expect([...read(filesOf({ units })).units.values()]).toEqual([
      {
        id: 'fgw',
        name: '市发展改革委',
        aliases: ['市发改委', '发改委'],
        kind: 'department',
        site: 'http://fgw.example/',
        activeFrom: '2020-01-01',
        activeTo: '2026-12-31',
        successor: 'jxw',
        relevantItems: ['2.8', '2.10'],
        contact: '张三 0571-1',
        emails: { site: null, office: null, leader: null },
      },
      {
        id: 'jxw',
        name: '市经信委',
        aliases: [],
        kind: 'enterprise',
        site: null,
        activeFrom: null,
        activeTo: null,
        successor: null,
        relevantItems: [],
        contact: null,
        emails: { site: null, office: null, leader: null },
      },
    ])
  })

  it('columns, whose unit is given by id, name or alias', () => {
    const columns = [
      `c1,fgw,2.8,规划计划,submitted,${A},`,
      `c2,市发展改革委,2.10,资金,harvested,,${A}x#y`,
      `c3,市发改委,1.1,动态,linked,${A},${A}news/`,
    ]
    const base = { unit: 'fgw', portalAddress: A, unitAddress: null }
    expect(read(filesOf({ columns })).columns).toEqual([
      { ...base, id: 'c1', item: '2.8', name: '规划计划', maintenance: 'submitted' },
      {
        ...base,
        id: 'c2',
        item: '2.10',
        name: '资金',
        maintenance: 'harvested',
        portalAddress: null,
        unitAddress: `${A}x`,
      },
      { ...base, id: 'c3', item: '1.1', name: '动态', maintenance: 'linked', unitAddress: `${A}news/` },
    ])
  })

  it('services, each address in its place', () => {
    const parts = [
      'page',
      'application',
      'status',
      'result',
      'guide',
      'forms',
      'consultation',
      'complaint',
      'faq',
      'laws',
      'agency',
    ]
    const [service] = read(
      filesOf({ services: [`s1,fgw,办证,${parts.map((part) => A + part).join(',')}`] }),
    ).services
    const addresses = (names: readonly string[]) => Object.fromEntries(names.map((name) => [name, A + name]))
    expect(service).toEqual({
      id: 's1',
      unit: 'fgw',
      name: '办证',
      page: `${A}page`,
      stages: addresses(parts.slice(1, 4)),
      elements: addresses(parts.slice(4)),
    })
    const [bare] = read(filesOf({ services: ['s1,fgw,办证,,,,,,,,,,,'] })).services
    expect([bare?.page, ...Object.values({ ...bare?.stages, ...bare?.elements })]).toEqual(
      Array(11).fill(null),
    )
  })

  it.each([
    ['', null],
    [`${A}x`, { kind: 'address', address: `${A}x` }],
    ['FGW.yunchuan.example', { kind: 'host', host: 'fgw.yunchuan.example' }],
  ])('notices that cover “%s”', (cell, covers) => {
    const notices = [`n1,fgw,redesign,2026-07-01,2026-07-01,${cell},${A}new,改版`]
    expect(read(filesOf({ notices })).notices).toEqual([
      {
        id: 'n1',
        unit: 'fgw',
        kind: 'redesign',
        from: '2026-07-01',
        to: '2026-07-01',
        covers,
        newAddress: `${A}new`,
        reason: '改版',
      },
    ])
  })

  it('events, whose kind may be given in Chinese', () => {
    const events = [
      'e1,fgw,2.8,consultation-close,某办法征求意见,征求意见稿;某办法,2026-06-30,见公告',
      'e2,fgw,2.10,预决算批准,2025年决算,,2026-07-01,',
    ]
    expect(read(filesOf({ events })).events).toEqual([
      {
        id: 'e1',
        unit: 'fgw',
        item: '2.8',
        kind: 'consultation-close',
        name: '某办法征求意见',
        aliases: ['征求意见稿', '某办法'],
        on: '2026-06-30',
        note: '见公告',
      },
      {
        id: 'e2',
        unit: 'fgw',
        item: '2.10',
        kind: 'budget-approval',
        name: '2025年决算',
        aliases: [],
        on: '2026-07-01',
        note: '',
      },
    ])
  })

  it('waivers, of an item, a rule, an address or a fingerprint', () => {
    const print = '0123456789ABCDEF'
    const waivers = [
      `w1,fgw,2.8,,,,无此业务,办公厅,,2026-12-31,${print};fedcba9876543210`,
      `w2,fgw,,dead-link,${A}x,${print},搬迁,办公厅,2026-01-01,2026-01-01,${print}`,
    ]
    const base = { unit: 'fgw', approver: '办公厅' }
    expect(read(filesOf({ waivers })).waivers).toEqual([
      {
        ...base,
        id: 'w1',
        item: '2.8',
        rule: null,
        address: null,
        fingerprint: null,
        reason: '无此业务',
        from: null,
        to: '2026-12-31',
        measured: [print.toLowerCase(), 'fedcba9876543210'],
      },
      {
        ...base,
        id: 'w2',
        item: null,
        rule: 'dead-link',
        address: `${A}x`,
        fingerprint: print.toLowerCase(),
        reason: '搬迁',
        from: '2026-01-01',
        to: '2026-01-01',
        measured: [print.toLowerCase()],
      },
    ])
  })

  it('a unit that is there for one day', () => {
    const units = ['x,y,,district,,2026-02-01,2026-02-01,,,']
    expect(read(filesOf({ units })).units.get('x')).toMatchObject({
      activeFrom: '2026-02-01',
      activeTo: '2026-02-01',
    })
  })

  it('a registry without notices', () => {
    const { 'notices.csv': _, ...files } = filesOf({})
    expect(read(files).notices).toEqual([])
  })
})
