import { describe, expect, it } from 'vitest'
import { REGISTRY_FILES } from '../../src/registry/read-registry.ts'
import { filesOf, NOTICES_HEADER, problemsOf, type Rows, read, UNITS_HEADER } from './files.ts'

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

const unit = (row: string): Rows => ({ units: ['fgw,市发展改革委,市发改委,department,,,,,,', row] })
const column = (row: string): Rows => ({ columns: [row] })
const notice = (row: string): Rows => ({ notices: [row] })

describe('parseRegistry refuses', () => {
  it.each<readonly [string, Rows, string, string, string]>([
    ['an id twice', unit('fgw,x,,district,,,,,,'), 'units.csv:3:id', '“fgw”', 'unit of line 2'],
    ['an id like a path', unit('../x,x,,district,,,,,,'), 'units.csv:3:id', '“../x”', 'an id is made of'],
    ['an id with a space', unit('a b,x,,district,,,,,,'), 'units.csv:3:id', '“a b”', 'an id is made of'],
    ['no id', unit(',x,,district,,,,,,'), 'units.csv:3:id', '“”', 'must not be empty'],
    ['no name', unit('x,,,district,,,,,,'), 'units.csv:3:name', '“”', 'must not be empty'],
    [
      'a name twice',
      unit('x,市发展改革委,,district,,,,,,'),
      'units.csv:3:name',
      '“市发展改革委”',
      'unit of line 2',
    ],
    [
      'a name that is an alias',
      unit('x,市发改委,,district,,,,,,'),
      'units.csv:3:name',
      '“市发改委”',
      'unit of line 2',
    ],
    [
      'an alias that is a name',
      unit('x,y,市发展改革委,district,,,,,,'),
      'units.csv:3:aliases',
      '“市发展改革委”',
      'unit of line 2',
    ],
    [
      'an alias twice',
      unit('x,y,z;市发改委,district,,,,,,'),
      'units.csv:3:aliases',
      '市发改委',
      'unit of line 2',
    ],
    [
      'an alias that is an id',
      unit('x,y,fgw,district,,,,,,'),
      'units.csv:3:aliases',
      '“fgw”',
      'unit of line 2',
    ],
    [
      'an unknown kind',
      unit('x,y,,bureau,,,,,,'),
      'units.csv:3:kind',
      '“bureau”',
      'expected one of: district, department, enterprise',
    ],
    [
      'a full-width kind',
      unit('x,y,,ｄｉｓｔｒｉｃｔ,,,,,,'),
      'units.csv:3:kind',
      'ｄｉｓｔｒｉｃｔ',
      'in half-width it is district',
    ],
    [
      'a bad site',
      unit('x,y,,district,www.x.example,,,,,'),
      'units.csv:3:site',
      '“www.x.example”',
      'must start with http://',
    ],
    [
      'a bad day',
      unit('x,y,,district,,2026-02-29,,,,'),
      'units.csv:3:active_from',
      '“2026-02-29”',
      'write it like 2026-03-31',
    ],
    [
      'a day of a spreadsheet',
      unit('x,y,,district,,,2026/3/1,,,'),
      'units.csv:3:active_to',
      '“2026/3/1”',
      'write it like',
    ],
    [
      'a full-width day',
      unit('x,y,,district,,２０２６-03-01,,,,'),
      'units.csv:3:active_from',
      '２０２６',
      'in half-width it is 2026-03-01',
    ],
    [
      'an end before the start',
      unit('x,y,,district,,2026-02-02,2026-02-01,,,'),
      'units.csv:3:active_to',
      '“2026-02-01”',
      'earlier than active_from (2026-02-02)',
    ],
    [
      'an unknown successor',
      unit('x,y,,district,,,2026-01-01,市发展改革局,,'),
      'units.csv:3:successor',
      '“市发展改革局”',
      'did you mean 市发展改革委?',
    ],
    [
      'a successor without an end',
      unit('x,y,,district,,,,fgw,,'),
      'units.csv:3:successor',
      '“fgw”',
      'active_to',
    ],
    [
      'itself as its successor',
      unit('x,y,,district,,,2026-01-01,x,,'),
      'units.csv:3:successor',
      '“x”',
      'lead back',
    ],
    [
      'an unknown relevant item',
      unit('x,y,,district,,,,,2.8;9.9,'),
      'units.csv:3:relevant_items',
      '2.8;9.9',
      'no item 9.9',
    ],
    [
      'a column of nobody',
      column(`c,市发改,2.8,n,linked,${A},`),
      'columns.csv:2:unit',
      '“市发改”',
      'did you mean 市发改委?',
    ],
    [
      'a column of somebody quite unlike',
      column(`c,zzz,2.8,n,linked,${A},`),
      'columns.csv:2:unit',
      '“zzz”',
      'add it or mend the name.',
    ],
    [
      'a column without unit',
      column(`c,,2.8,n,linked,${A},`),
      'columns.csv:2:unit',
      '“”',
      'must not be empty',
    ],
    [
      'a column of no item',
      column(`c,fgw,9.9,n,linked,${A},`),
      'columns.csv:2:item',
      '“9.9”',
      'the policy has no such item',
    ],
    [
      'an unknown maintenance',
      column(`c,fgw,2.8,n,copied,${A},`),
      'columns.csv:2:maintenance',
      '“copied”',
      'submitted, harvested, linked',
    ],
    [
      'a column without a name',
      column(`c,fgw,2.8,,linked,${A},`),
      'columns.csv:2:name',
      '“”',
      'must not be empty',
    ],
    [
      'a column without an address',
      column('c,fgw,2.8,n,linked,,'),
      'columns.csv:2:portal_address',
      '“”',
      'or both',
    ],
    [
      'an impossible portal address',
      column('c,fgw,2.8,n,linked,file:/C:/x,'),
      'columns.csv:2:portal_address',
      '“file:/C:/x”',
      'own computer',
    ],
    [
      'an impossible unit address',
      column(`c,fgw,2.8,n,linked,${A},http://http://a.example/`),
      'columns.csv:2:unit_address',
      '“http://http://a.example/”',
      'stands twice',
    ],
    [
      'an impossible stage address',
      { services: ['s,fgw,n,,,a\\b,,,,,,,,'] },
      'services.csv:2:status_address',
      '“a\\b”',
      'back-slashes',
    ],
    [
      'a service of nobody',
      { services: ['s,nobody,n,,,,,,,,,,,'] },
      'services.csv:2:unit',
      '“nobody”',
      'no such unit',
    ],
    [
      'a service twice',
      { services: ['s,fgw,n,,,,,,,,,,,', 's,fgw,m,,,,,,,,,,,'] },
      'services.csv:3:id',
      '“s”',
      'line 2 has the same id',
    ],
    [
      'an unknown notice kind',
      notice('n,fgw,party,2026-01-01,2026-01-02,,,r'),
      'notices.csv:2:kind',
      '“party”',
      'redesign, domain, address, outage, maintenance',
    ],
    [
      'a notice without a start',
      notice('n,fgw,outage,,2026-01-02,,,r'),
      'notices.csv:2:from',
      '“”',
      'must not be empty',
    ],
    [
      'a reversed notice',
      notice('n,fgw,outage,2026-01-02,2026-01-01,,,r'),
      'notices.csv:2:to',
      '“2026-01-01”',
      'earlier than from (2026-01-02)',
    ],
    [
      'a notice without a reason',
      notice('n,fgw,outage,2026-01-01,2026-01-02,,,'),
      'notices.csv:2:reason',
      '“”',
      'must not be empty',
    ],
    [
      'a notice over no host',
      notice('n,fgw,outage,2026-01-01,2026-01-02,全部,,r'),
      'notices.csv:2:covers',
      '“全部”',
      'leave it empty',
    ],
    [
      'a notice over a port',
      notice('n,fgw,outage,2026-01-01,2026-01-02,a.example:80,,r'),
      'notices.csv:2:covers',
      '“a.example:80”',
      'without a port',
    ],
    [
      'a notice over an impossible address',
      notice('n,fgw,outage,2026-01-01,2026-01-02,a.example/x,,r'),
      'notices.csv:2:covers',
      '“a.example/x”',
      'must start with http://',
    ],
    [
      'a notice to an impossible address',
      notice('n,fgw,domain,2026-01-01,2026-01-02,,a.example,r'),
      'notices.csv:2:new_address',
      '“a.example”',
      'must start with http://',
    ],
  ])('%s', (_name, rows, place, value, words) => {
    const problems = problemsOf(filesOf(rows))
    expect(problems.map(([where]) => where)).toEqual([place])
    expect(problems[0]?.[1]).toContain(value)
    expect(problems[0]?.[1]).toContain(words)
  })

  it('successors that go round, at each unit of the round and at no other', () => {
    const units = [
      'a,甲,,district,,,2026-01-01,b,,',
      'b,乙,,district,,,2026-01-01,丙,,',
      'c,丙,,district,,,2026-01-01,b,,',
    ]
    expect(problemsOf(filesOf({ units })).map(([where]) => where)).toEqual([
      'units.csv:3:successor',
      'units.csv:4:successor',
    ])
  })

  it('everything at once, in the order of files and lines', () => {
    const files = filesOf({
      units: ['fgw,市发展改革委,,bureau,x,,,nobody,,', 'fgw,,,district,,,,,,'],
      columns: ['c,fgw,9.9,,copied,,', 'c,zzz,2.8,n,linked,x'],
      services: ['s,fgw,,,,,,,,,,,,'],
      notices: ['n,fgw,outage,2026-13-01,,,,r'],
    })
    expect(problemsOf(files).map(([where]) => where)).toEqual([
      'units.csv:2:kind',
      'units.csv:2:site',
      'units.csv:2:successor',
      'units.csv:3:name',
      'units.csv:3:id',
      'columns.csv:2:item',
      'columns.csv:2:name',
      'columns.csv:2:maintenance',
      'columns.csv:2:portal_address',
      'columns.csv:3',
      'services.csv:2:name',
      'notices.csv:2:from',
      'notices.csv:2:to',
    ])
  })

  it('events of units, items, kinds and days that there are not, or without a name', () => {
    const events = [
      'e,zzz,2.8,campaign-end,n,,2026-01-01,',
      'f,fgw,9.9,campaign-end,n,,2026-01-01,',
      'g,fgw,2.8,party,n,,2026-01-01,',
      'h,fgw,2.8,campaign-end,,,2026-02-29,',
      'h,fgw,2.8,campaign-end,n,,,',
    ]
    expect(problemsOf(filesOf({ events })).map(([where]) => where)).toEqual([
      'events.csv:2:unit',
      'events.csv:3:item',
      'events.csv:4:kind',
      'events.csv:5:name',
      'events.csv:5:on',
      'events.csv:6:id',
      'events.csv:6:on',
    ])
  })

  it('waivers of nothing, for ever, without a reason, an approver or a measurement', () => {
    const print = '0123456789abcdef'
    const waivers = [
      `w1,fgw,,,,,r,a,,2026-12-31,${print}`,
      `w2,fgw,2.8,,,,,,2026-02-01,2026-01-01,`,
      `w3,fgw,2.8,,,x,r,a,,,${print}`,
      `w4,fgw,9.9,,,${print};${print},r,a,,2026-12-31,12`,
    ]
    expect(problemsOf(filesOf({ waivers })).map(([where]) => where)).toEqual([
      'waivers.csv:2:item',
      'waivers.csv:3:reason',
      'waivers.csv:3:approver',
      'waivers.csv:3:to',
      'waivers.csv:3:measured',
      'waivers.csv:4:fingerprint',
      'waivers.csv:4:to',
      'waivers.csv:5:item',
      'waivers.csv:5:fingerprint',
      'waivers.csv:5:measured',
    ])
  })

  it('a broken units.csv without blaming the columns of units that could not be read', () => {
    const columns = [`c,fgw,2.8,n,linked,${A},`, `d,qingxi,9.9,n,linked,${A},`]
    const broken = { ...filesOf({ columns }), 'units.csv': UNITS_HEADER.replace('name', 'nam') }
    expect(problemsOf(broken).map(([where]) => where)).toEqual([
      'units.csv:1:name',
      'units.csv:1:nam',
      'columns.csv:3:item',
    ])
  })

  it.each(REGISTRY_FILES)('an empty %s', (name) => {
    expect(problemsOf({ ...filesOf({}), [name]: '' })).toEqual([
      [`${name}:1`, expect.stringContaining('the file is empty')],
    ])
  })

  it('a stored run without a file', () => {
    expect(
      problemsOf({ 'units.csv': UNITS_HEADER, 'notices.csv': NOTICES_HEADER }).map(([where]) => where),
    ).toEqual(['columns.csv', 'services.csv'])
  })
})
