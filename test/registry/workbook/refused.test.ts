import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { excelBook } from './excel-book.ts'
import { faultsOf } from './imported.ts'

const book = excelBook({ sheets: { 单位: { rows: '' } } })
const old = readFileSync(join(import.meta.dirname, '../../../fixtures/workbooks/old.xls'))
/** What Excel wraps a workbook in that it protects by a password. */
const locked = Buffer.concat([
  old.subarray(0, 8),
  Buffer.alloc(504),
  Buffer.from('EncryptedPackage', 'utf16le'),
])

describe('what is no workbook is refused', () => {
  it.each<[string, Uint8Array, string]>([
    ['an empty file', new Uint8Array(), 'not an Excel workbook'],
    ['a CSV file', strToU8('id,name\n'), 'not an Excel workbook'],
    ['a page saved as .xlsx', strToU8('<html><table></table></html>'), 'not an Excel workbook'],
    ['an .xls file', old, 'old format (.xls)'],
    ['a file with a password', locked, 'protected by a password'],
    ['another zip', zipSync({ 'word/document.xml': strToU8('<w/>') }), 'not an Excel workbook'],
    ['half a workbook', book.subarray(0, book.length / 2), 'damaged'],
    [
      'a workbook with a broken part',
      Uint8Array.from(book, (byte, at) => (at > 60 && at < 120 ? byte ^ 0xff : byte)),
      '',
    ],
    ['a workbook without registers', excelBook({ sheets: { Sheet1: { rows: '' } } }), 'no register'],
  ])('%s', (_what, bytes, words) => {
    const faults = faultsOf(bytes)
    expect(faults.length).toBeGreaterThan(0)
    expect(faults[0]?.[1]).toContain(words)
  })
})
