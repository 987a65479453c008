import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { importRows } from '../../../src/app/import-rows.ts'
import { registryTemplate } from '../../../src/registry/template.ts'
import { readWorkbook } from '../../../src/registry/workbook/read-workbook.ts'
import { ITEMS } from '../files.ts'
import { imported } from './imported.ts'

const fixture = (name: string): Uint8Array =>
  readFileSync(join(import.meta.dirname, '../../../fixtures/workbooks', name))

const WANTED = {
  'units.csv': [
    'fgw,市发展改革委,市发改委；发改委,department,http://fgw.yunchuan.gov.example/,2020-01-01,,,2.10,57188880001,,,',
    'qingxi,清溪区,ＱＸ,district,http://qingxi.yunchuan.gov.example/,2021-03-01,2026-12-31,市发展改革委,,0000000571,,,',
  ],
  'columns.csv': [
    'c1,fgw,2.8,规划计划,submitted,http://www.yunchuan.gov.example/gh/,',
    'c2,fgw,2.10,专项资金、“三公”,linked,,http://fgw.yunchuan.gov.example/zj/',
    'c3,清溪区,1.1,区县动态,harvested,http://www.yunchuan.gov.example/dt/,http://qingxi.yunchuan.gov.example/news/',
  ],
  'services.csv': ['1101010001,fgw,项目备案,,http://fgw.yunchuan.gov.example/sl,,,,,,,,,'],
  'events.csv': [
    'e1,fgw,2.8,consultation-close,某办法征求意见,,2026-06-30,',
    'e2,fgw,2.8,budget-approval,2025年决算,决算;部门决算,2026-06-30,见 <公告> & 附件',
    'e3,fgw,2.8,budget-approval,2026年预算,,2026-03-01,',
  ],
}

describe('a workbook from LibreOffice', () => {
  it.each(['libreoffice-1900.xlsx', 'libreoffice-1904.xlsx'])('is read as it is meant: %s', (name) => {
    const files = imported(fixture(name))
    for (const [file, lines] of Object.entries(WANTED)) {
      expect(files[file]?.split('\r\n').slice(1, -1), file).toEqual(lines)
    }
  })

  it('may hold other sheets and columns, which are told', () => {
    const book = readWorkbook('登记.xlsx', fixture('libreoffice-1900.xlsx'), ITEMS)
    expect(book.others).toEqual(['说明', '旧表'])
    expect(book.sheets.flatMap((sheet) => sheet.unknown)).toEqual(['备注'])
  })

  it('that it has only opened and saved gives the same CSV files, byte for byte', () => {
    const items = new Set(['1.1', '5.4'])
    const { sheets } = readWorkbook('登记.xlsx', fixture('libreoffice-resaved.xlsx'), items)
    const { files } = importRows({}, sheets, items, '', { accept: () => true, deleteMissing: false })
    const template = registryTemplate()
    expect(Object.keys(files).length).toBeGreaterThan(5)
    for (const [name, text] of Object.entries(files)) expect(text, name).toBe(template[name])
  })
})
