import { describe, expect, it } from 'vitest'
import { REGISTRY_FILES } from '../../src/registry/read-registry.ts'
import { filesOf, NOTICES_HEADER, problemsOf, type Rows, UNITS_HEADER } from './files.ts'

const A = 'http://a.example/'

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
