import { describe, expect, it } from 'vitest'
import { mergeRows } from '../../src/registry/merge-rows.ts'
import { SHEETS } from '../../src/registry/sheets.ts'
import { filesOf, problemsOf, read, UNITS_HEADER } from './files.ts'

const HEADER = `${UNITS_HEADER},email,office_email,leader_email`
const units = (...rows: readonly string[]) => ({
  ...filesOf({}),
  'units.csv': [HEADER, ...rows].join('\n'),
})

describe('where mail goes', () => {
  it('is read by rank, and is nowhere in a file without the columns', () => {
    const { units: read1 } = read(
      units('fgw,市发展改革委,,department,,,,,,,a@x.gov.example,,c@x.gov.example'),
    )
    expect(read1.get('fgw')?.emails).toEqual({
      site: 'a@x.gov.example',
      office: null,
      leader: 'c@x.gov.example',
    })
    expect(read(filesOf({})).units.get('fgw')?.emails).toEqual({ site: null, office: null, leader: null })
  })

  it.each([
    ['x', ''],
    ['a@b', ''],
    ['a b@x.gov.example', ''],
    ['a@x.gov.example;b@x.gov.example', ''],
    ['"王 <a@x.gov.example>"', ''],
    ['a@x.gov.example>', ''],
    ['.a@x.gov.example', ''],
    ['a..b@x.gov.example', ''],
    ['a@-x.gov.example', ''],
    ['a@1.2.3.4', ''],
    ['王@x.gov.example', ''],
    [`${'a'.repeat(65)}@x.gov.example`, ''],
    ['a＠x.gov.example', 'in half-width it is a@x.gov.example'],
  ])('is no %s', (text, hint) => {
    const rows = ['fgw,市发展改革委,,department,,,,,,,,,', `czj,市财政局,,department,,,,,,,,${text},`]
    expect(problemsOf(units(...rows))).toEqual([
      ['units.csv:3:office_email', expect.stringMatching(new RegExp(`expected one like .*${hint}`))],
    ])
  })

  it('is added by a workbook to a file that was without the columns, whose other bytes stay', () => {
    const register = SHEETS.find((one) => one.file === 'units.csv')
    if (register === undefined) throw new Error('no units')
    const text = `\ufeff${UNITS_HEADER}\r\nfgw,"市,发",,department,,,,,,\r\n\r\nczj,"市\r\n财",,department,,,,,,`
    const cells = { id: 'czj', email: 'a@x.gov.example', office_email: '', leader_email: '' }
    const sheet = {
      ...register,
      name: '登记.xlsx 单位',
      rows: [{ row: 2, cells, letters: { id: 'A', email: 'B' } }],
      problems: [],
      unknown: [],
    }
    const options = { accept: () => true, deleteMissing: false }
    expect(mergeRows(text, sheet, options).text).toBe(
      `\ufeff${UNITS_HEADER},email\r\nfgw,"市,发",,department,,,,,,,\r\n\r\nczj,"市\r\n财",,department,,,,,,,a@x.gov.example`,
    )
  })
})
