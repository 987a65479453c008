import { XMLValidator } from 'fast-xml-parser'
import { unzipSync } from 'fflate'
import { beforeAll, describe, expect, it } from 'vitest'
import { readSheets } from '../../../src/registry/workbook/read-sheets.ts'
import type { Labels } from '../../../src/report/labels.ts'
import { problemWorkbook } from '../../../src/report/workbook/problem-workbook.ts'
import { sheetNames } from '../../../src/report/workbook/spreadsheet/sheet-names.ts'
import { writeSpreadsheet } from '../../../src/report/workbook/spreadsheet/write-spreadsheet.ts'
import { finding, labels, print, reportOf, sealedOf } from './examples.ts'

const text = new TextDecoder()
const partsOf = (bytes: Uint8Array): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(unzipSync(bytes)).map(([name, part]) => [name, text.decode(part)]))

const report = reportOf([1, 2, 3, 4, 5].map((number) => finding(number)))
const source = { report, sealed: null, units: [] }
let said: Labels
let parts: Readonly<Record<string, string>>
const first = (): string => parts['xl/worksheets/sheet1.xml'] ?? ''

beforeAll(async () => {
  said = await labels()
  parts = partsOf(problemWorkbook(source, said, { pages: '' }))
})

describe('a problem workbook', () => {
  it('is made of well-formed parts, each declared, with the same bytes each time', () => {
    for (const [name, part] of Object.entries(parts)) expect(XMLValidator.validate(part), name).toBe(true)
    for (const [, path] of parts['[Content_Types].xml']?.matchAll(/PartName="\/([^"]+)"/g) ?? [])
      expect(parts[path ?? '']).toBeDefined()
    const again = problemWorkbook(source, said, { pages: '' })
    expect(again).toEqual(problemWorkbook(source, said, { pages: '' }))
  })

  it('has a sheet of all, one for each kind, and one that explains', () => {
    const names = [...(parts['xl/workbook.xml'] ?? '').matchAll(/<sheet name="([^"]+)"/g)].map(
      ([, name]) => name,
    )
    expect(names).toEqual(['全部问题', '网址无法访问', '栏目不更新  2 周', '填写说明'])
    expect(first()).toContain('<dimension ref="A1:Y6"/>')
    expect(parts['xl/worksheets/sheet2.xml']).toContain('<dimension ref="A1:Y4"/>')
    expect(parts['xl/worksheets/sheet4.xml']).toContain(`location="'网址无法访问'!A1"`)
  })

  it.each([
    [
      'a frozen header and columns',
      '<pane xSplit="2" ySplit="1" topLeftCell="C2" activePane="bottomRight" state="frozen"/>',
    ],
    ['filters', '<autoFilter ref="A1:Y6"/>'],
    ['a list of decisions', 'sqref="O2:O6"><formula1>&quot;属实,不属实,暂缓&quot;</formula1>'],
    ['a list of causes', '内容未及时更新,栏目或网址调整'],
    [
      'hidden columns to read it back by',
      '<col min="23" max="23" width="18" style="3" customWidth="1" hidden="1"/>',
    ],
    ['links to addresses', '<hyperlink ref="H2" r:id="rId1"/>'],
    ['links to evidence', '<hyperlink ref="K2" r:id="rId2"/>'],
    ['rows high enough for what they hold', '<row r="2" ht="78">'],
    ['A4 paper', '<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/>'],
  ])('has %s', (_what, xml) => {
    expect(first()).toContain(xml)
  })

  it('leads to the address and the page of evidence', () => {
    const targets = [...(parts['xl/worksheets/_rels/sheet1.xml.rels'] ?? '').matchAll(/Target="([^"]+)"/g)]
    expect(targets.slice(0, 2).map(([, target]) => target)).toEqual([
      'http://u1.yunchuan.gov.example/column/list.asp?classid=1&amp;page=1',
      `units/u1.html#f-${print(1)}`,
    ])
  })

  it('may be limited to units', () => {
    const bytes = problemWorkbook({ ...source, units: ['u3'] }, said, { pages: 'https://a.example/' })
    const read = readSheets(bytes)
    const [all] = read.ok ? read.sheets : []
    expect(all?.cells.filter(({ column, row }) => column === 2 && row > 1).map(({ value }) => value)).toEqual(
      [{ kind: 'text', text: '第3单位' }],
    )
    expect(all?.cells.find(({ column, row }) => column === 11 && row === 2)?.link).toBe(
      `https://a.example/units/u3.html#f-${print(3)}`,
    )
  })

  it('shows deadlines and replies once the period is sealed', () => {
    const sealed = sealedOf(report)
    const [opened, ...rest] = sealed.cases
    if (opened === undefined) throw new Error('no case')
    const reply = { on: '2026-11-25', by: '李四', cause: '系统故障', measure: '已修复' }
    const bytes = problemWorkbook(
      { ...source, sealed: { ...sealed, cases: [{ ...opened, reply }, ...rest] } },
      said,
      { pages: '' },
    )
    const strings = partsOf(bytes)['xl/sharedStrings.xml']
    for (const words of ['2026-12-04', '系统故障', '已修复', '2026-11（第 1 版）'])
      expect(strings).toContain(words)
    expect(partsOf(bytes)['docProps/core.xml']).toContain('2026-11-20T02:00:00.000Z')
  })
})

describe('a problem that was circulated before', () => {
  it('shows its newest case, whatever period opened it', () => {
    const sealed = sealedOf(report)
    const [opened] = sealed.cases
    if (opened === undefined) throw new Error('no case')
    const at = (period: string, openedOn: string, dueOn: string) => ({
      ...opened,
      id: `${period}-${opened.fingerprint}`,
      period,
      openedOn,
      dueOn,
    })
    const cases = [at('2026-10', '2026-10-20', '2026-11-03'), at('2026-Q3', '2026-10-08', '2026-10-22')]
    const bytes = problemWorkbook({ ...source, sealed: { ...sealed, cases } }, said, { pages: '' })
    const strings = partsOf(bytes)['xl/sharedStrings.xml']
    expect(strings).toContain('2026-11-03')
    expect(strings).not.toContain('2026-10-22')
  })
})

describe('a text in a workbook', () => {
  const hostile = [
    '=1+1',
    '+1',
    '-1',
    '@SUM(A1)',
    '=HYPERLINK("http://evil.example","x")',
    '\t=1',
    "'=1",
    '2.10',
    '2026-03-31',
    '00571',
  ]
  const odd = ['_x0041_', '<&">', '😀', ' 空 ', 'a\nb', 'toString', '__proto__', 'constructor']
  const sheet = (words: readonly string[]) => ({
    name: 's',
    columns: [{ heading: 'h', width: 10 }],
    frozenColumns: 0,
    rowCount: words.length,
    rows: words.map((word) => [word]),
  })
  const written = (words: readonly string[]): Uint8Array =>
    writeSpreadsheet([sheet(words)], { title: 't', createdAt: '2026-01-01T00:00:00Z' })

  it('stays the text that it is, whatever sign it begins with', () => {
    const bytes = written([...hostile, ...odd])
    const read = readSheets(bytes)
    const cells = read.ok ? (read.sheets[0]?.cells ?? []) : []
    expect(cells.slice(1).map(({ value }) => value)).toEqual(
      [...hostile, ...odd].map((word) => ({ kind: 'text', text: word })),
    )
    const xml = partsOf(bytes)['xl/worksheets/sheet1.xml'] ?? ''
    expect(xml).not.toContain('<f>')
    expect(xml.match(/<c r="A\d+" s="3" t="s">/g)).toHaveLength(hostile.length + odd.length)
  })

  it('loses what XML may not hold', () => {
    const bytes = written(['a\u0000b\u000bc\ufffed\ud800e', 'x'.repeat(40_000)])
    const strings = partsOf(bytes)['xl/sharedStrings.xml'] ?? ''
    expect(XMLValidator.validate(strings)).toBe(true)
    expect(strings).toContain('>abcde<')
    expect(strings).not.toContain('x'.repeat(32_001))
  })

  it.each([
    ['javascript:alert(1)', false],
    ['file:///etc/passwd', false],
    ['\\\\server\\share', false],
    ['/etc/passwd', false],
    ['http://a.example/a b', false],
    [`http://a.example/${'x'.repeat(2_000)}`, false],
    ['https://a.example/?a=1&b="2"', true],
    ['../reports/units/a.html#f-1', true],
  ])('links to %s: %s', (address, linked) => {
    const cells = { ...sheet(['x']), rows: [[{ text: address.slice(0, 30), to: { address } }]] }
    const bytes = writeSpreadsheet([cells], { title: 't', createdAt: '2026-01-01T00:00:00Z' })
    const read = readSheets(bytes)
    expect(read.ok ? read.sheets[0]?.cells[1]?.link : '').toBe(linked ? address : null)
  })

  it('has no more links than a spreadsheet opens, those of the first column before others', () => {
    const count = 40_000
    const cell = (column: string, at: number) => ({
      text: 'x',
      to: { address: `https://a.example/${column}/${at}` },
    })
    const many = {
      ...sheet([]),
      columns: [
        { heading: 'a', width: 10 },
        { heading: 'b', width: 10 },
      ],
      rowCount: count,
      rows: Array.from({ length: count }, (_, at) => [cell('a', at), cell('b', at)]),
    }
    const xml =
      partsOf(writeSpreadsheet([many], { title: 't', createdAt: '' }))['xl/worksheets/sheet1.xml'] ?? ''
    expect(xml.match(/<hyperlink /g)).toHaveLength(65_530)
    expect(xml.match(/<hyperlink ref="A/g)).toHaveLength(count)
  })
})

describe('names of sheets', () => {
  it.each([
    [
      ['a/b:c', "'x'"],
      ['a b c', 'x'],
    ],
    [
      ['同', '同', 'A', 'a'],
      ['同', '同 2', 'A', 'a 2'],
    ],
    [
      ['', '[]'],
      ['—', '— 2'],
    ],
    [
      ['长'.repeat(40), '长'.repeat(40)],
      ['长'.repeat(31), `${'长'.repeat(29)} 2`],
    ],
  ])('%j', (texts, names) => {
    expect(sheetNames(texts)).toEqual(names)
  })
})
