import { describe, expect, it } from 'vitest'
import { type MergeOptions, mergeRows } from '../../src/registry/merge-rows.ts'
import { SHEETS } from '../../src/registry/sheets.ts'
import type { SheetRows } from '../../src/registry/workbook/register-rows.ts'

const columns = SHEETS.find((sheet) => sheet.file === 'columns.csv')
if (columns === undefined) throw new Error('no columns')

const sheet = (...rows: readonly Readonly<Record<string, string>>[]): SheetRows => ({
  ...columns,
  name: '登记.xlsx 栏目',
  rows: rows.map((cells, at) => ({
    row: at + 2,
    cells,
    letters: Object.fromEntries(
      Object.keys(cells).map((key, letter) => [key, String.fromCharCode(65 + letter)]),
    ),
  })),
  problems: [],
  unknown: [],
})
const merge = (text: string | null, rows: SheetRows, options: Partial<MergeOptions> = {}) =>
  mergeRows(text, rows, { accept: () => true, deleteMissing: false, ...options })

/** Oddly quoted and spaced, as a hand or another program wrote it. */
const TEXT =
  '\ufeff"name",id,item,unit,maintenance,unit_address,portal_address\r\n"规划, 计划",c1,2.8,fgw,linked,http://a.example/old,""\r\n\r\n"两\r\n行", c2 ,"2.10",fgw,linked,http://a.example/2,\r\n资金,c3,2.8,fgw,linked,http://a.example/3,'

describe('mergeRows', () => {
  it('changes a cell and leaves every other byte', () => {
    const { text, changes } = merge(TEXT, sheet({ id: 'c2', unit_address: 'http://a.example/new?a=1,2' }))
    expect(text).toBe(TEXT.replace('http://a.example/2', '"http://a.example/new?a=1,2"'))
    expect(changes).toEqual([
      {
        file: 'columns.csv',
        id: 'c2',
        column: 'unit_address',
        from: 'http://a.example/2',
        to: 'http://a.example/new?a=1,2',
        place: '登记.xlsx 栏目!B2',
      },
    ])
  })

  it('changes nothing where all is the same', () => {
    const same = sheet({ id: 'c2', name: '两 行', item: '2.10' }, { id: 'c1', portal_address: '' })
    expect(merge(TEXT, same)).toMatchObject({ text: TEXT, changes: [] })
  })

  it('empties a cell that the sheet has empty', () => {
    expect(merge('id,name\nc1,甲\n', sheet({ id: 'c1', name: '' })).text).toBe('id,name\nc1,\n')
  })

  it('adds a row at the end, in the order of the file’s columns', () => {
    const { text, changes } = merge(TEXT, sheet({ id: 'c4', unit: 'fgw', name: '=新' }))
    expect(text).toBe(`${TEXT}\r\n'=新,c4,,fgw,,,\r\n`)
    expect(changes).toMatchObject([{ column: 'id', from: null, to: 'c4' }])
  })

  it('keeps rows that the sheet does not have, unless they shall go', () => {
    const rows = sheet({ id: 'c1' }, { id: 'c3' })
    expect(merge(TEXT, rows).text).toBe(TEXT)
    const { text, changes } = merge(TEXT, rows, { deleteMissing: true })
    expect(text).toBe(TEXT.replace('"两\r\n行", c2 ,"2.10",fgw,linked,http://a.example/2,\r\n', ''))
    expect(changes).toMatchObject([{ id: 'c2', column: 'id', from: 'c2', to: null }])
  })

  it('leaves out what is turned down', () => {
    const rows = sheet({ id: 'c1', item: '2.1', unit_address: 'http://a.example/dead' }, { id: 'c9' })
    const accept: MergeOptions['accept'] = (change) => change.column === 'item'
    expect(merge(TEXT, rows, { accept }).text).toBe(TEXT.replace('2.8', '2.1'))
  })

  it('knows the sheet’s row behind each line', () => {
    const { origins } = merge(TEXT, sheet({ id: 'c3' }, { id: 'c4', name: 'x' }))
    expect([...origins].map(([line, row]) => [line, row.row])).toEqual([
      [6, 2],
      [7, 3],
    ])
  })

  it('begins a file that is not there', () => {
    expect(merge(null, sheet({ id: 'c1', name: '甲' })).text).toBe(
      '\ufeffid,unit,item,name,maintenance,portal_address,unit_address\r\nc1,,,甲,,,\r\n',
    )
  })
})
