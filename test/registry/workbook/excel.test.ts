import { describe, expect, it } from 'vitest'
import { filesOf } from '../files.ts'
import { type ExcelBook, excelBook, textRow } from './excel-book.ts'
import { faultsOf, imported } from './imported.ts'

const EVENTS = ['编号', '单位', '责任事项', '类型', '名称', '其他名称', '发生日期', '备注']
const FILES = filesOf({})
const head = textRow(1, ...EVENTS)

/** A sheet with one event, some of whose cells are given as XML. */
function eventWith(
  cells: Readonly<Record<string, string>>,
  rest: Omit<ExcelBook, 'sheets'> = {},
): Uint8Array {
  const plain: Readonly<Record<string, string>> = {
    A: 'e1',
    B: 'fgw',
    C: '2.8',
    D: '征集结束',
    E: '某办法',
    G: '2026-06-30',
  }
  const row = 'ABCDEFGH'
    .split('')
    .map((letter) =>
      cells[letter] === undefined
        ? plain[letter] === undefined
          ? ''
          : `<c r="${letter}2" t="inlineStr"><is><t>${plain[letter]}</t></is></c>`
        : cells[letter].replace('<c', `<c r="${letter}2"`),
    )
    .join('')
  return excelBook({ sheets: { 事件: { rows: `${head}<row r="2">${row}</row>` } }, ...rest })
}

const eventOf = (bytes: Uint8Array): string | undefined =>
  imported(bytes, FILES)['events.csv']?.split('\n').at(1)

const FORMATS = [
  'yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;',
  '0000000000',
  '0.00',
  '[$-F800]dddd, mmmm dd, yyyy',
  '0.00&quot;元/day&quot;',
]

describe('a cell of Excel', () => {
  it.each<[string, string, string, Omit<ExcelBook, 'sheets'>]>([
    ['a shared string', 'E', '<c t="s"><v>1</v></c>', { strings: ['<t>甲</t>', '<t>某办法</t>'] }],
    [
      'rich text with a reading',
      'E',
      '<c t="s"><v>0</v></c>',
      {
        strings: [
          '<r><rPr><b/></rPr><t>某</t></r><r><t xml:space="preserve">办法 </t></r><rPh sb="0" eb="1"><t>ボウ</t></rPh>',
        ],
      },
    ],
    [
      'an inline string with spaces',
      'E',
      '<c t="inlineStr"><is><t xml:space="preserve">　某办法 </t></is></c>',
      {},
    ],
    ['the result of a formula', 'E', '<c t="str"><f>A1&amp;B1</f><v>某办法</v></c>', {}],
    ['an ISO day', 'G', '<c t="d"><v>2026-06-30T00:00:00</v></c>', {}],
    ['a serial day', 'G', '<c s="1"><v>46203</v></c>', { formats: FORMATS }],
    ['a serial day with hours', 'G', '<c s="1"><v>46203.75</v></c>', { formats: FORMATS }],
    ['a serial day in the system format', 'G', '<c s="4"><v>46203</v></c>', { formats: FORMATS }],
    ['a serial day in a built-in format', 'G', '<c s="6"><v>46203</v></c>', { formats: FORMATS }],
    ['a serial day of 1904', 'G', '<c s="1"><v>44741</v></c>', { formats: FORMATS, date1904: '1' }],
    ['a bare serial day', 'G', '<c><v>46203</v></c>', {}],
    ['a bare serial day of 1904', 'G', '<c><v>44741</v></c>', { date1904: 'true' }],
    ['a day as eight digits', 'G', '<c><v>20260630</v></c>', {}],
    ['a day as text', 'G', '<c t="inlineStr"><is><t>２０２６／６／３０ 00:00</t></is></c>', {}],
    ['an item as a number', 'C', '<c><v>2.7999999999999998</v></c>', {}],
    ['a full-width item', 'C', '<c t="inlineStr"><is><t>２．８</t></is></c>', {}],
    ['an escape', 'E', '<c t="inlineStr"><is><t>某办法_x000D_</t></is></c>', {}],
  ])('%s is read', (_what, letter, xml, rest) => {
    expect(eventOf(eventWith({ [letter]: xml }, rest))).toBe(
      'e1,fgw,2.8,consultation-close,某办法,,2026-06-30,',
    )
  })

  it.each<[string, string, string]>([
    ['a code with leading zeros', '<c s="2"><v>571</v></c>', '0000000571'],
    ['a code of many digits', '<c><v>1101010001</v></c>', '1101010001'],
    ['a code in scientific notation', '<c><v>1.101010001E9</v></c>', '1101010001'],
    ['fixed decimals', '<c s="3"><v>2.1</v></c>', '2.10'],
    ['a format whose text looks like a day’s', '<c s="5"><v>46203</v></c>', '46203.00'],
    ['a yes', '<c t="b"><v>1</v></c>', 'TRUE'],
    ['what looks like a formula', '<c t="inlineStr"><is><t>=1+1</t></is></c>', `'=1+1`],
  ])('%s is kept as it is shown', (_what, xml, note) => {
    expect(
      eventOf(eventWith({ H: xml }, { formats: FORMATS }))
        ?.split(',')
        .at(-1),
    ).toBe(note)
  })

  it.each<[string, string, string, string, Omit<ExcelBook, 'sheets'>]>([
    ['a formula that fails', 'E', '<c t="e"><f>1/0</f><v>#DIV/0!</v></c>', '#DIV/0!', {}],
    ['a formula without a result', 'E', '<c><f>A1</f></c>', 'has no result', {}],
    ['an item turned into a day', 'C', '<c s="1"><v>46249</v></c>', 'into a date', { formats: FORMATS }],
    ['an item that may have lost a zero', 'C', '<c><v>2.1</v></c>', '2.10', {}],
    ['a day that is none', 'G', '<c t="inlineStr"><is><t>2026-02-29</t></is></c>', '2026-03-31', {}],
    ['a kind that is none', 'D', '<c t="inlineStr"><is><t>聚会</t></is></c>', '征集结束', {}],
    ['a text that is missing', 'E', '<c t="s"><v>7</v></c>', 'missing', {}],
  ])('%s is told with its place', (_what, letter, xml, words, rest) => {
    expect(faultsOf(eventWith({ [letter]: xml }, rest), FILES)).toEqual([
      [`登记.xlsx 事件!${letter}2`, expect.stringContaining(words)],
    ])
  })
})

describe('a sheet of Excel', () => {
  it('may begin with titles, be merged, have empty rows and lie hidden', () => {
    const rows = [
      textRow(1, '云川市登记表'),
      textRow(3, ...EVENTS),
      textRow(4, 'e1', 'fgw', '2.8', '征集结束', '甲', '', '2026-06-30'),
      textRow(6, 'e2', '', '2.10', 'campaign-end', '乙', '', '2026-06-30'),
      '<row r="7"><c r="A7" s="0"/></row>',
    ].join('')
    const after = '<mergeCells count="2"><mergeCell ref="A1:H1"/><mergeCell ref="B4:B1048576"/></mergeCells>'
    const bytes = excelBook({ sheets: { Sheet1: { rows: '' }, Events: { rows, after } } })
    expect(imported(bytes, FILES)['events.csv']?.split('\n').slice(1, 3)).toEqual([
      'e1,fgw,2.8,consultation-close,甲,,2026-06-30,',
      'e2,fgw,2.10,campaign-end,乙,,2026-06-30,',
    ])
  })

  it('may hide an address behind words', () => {
    const rows =
      textRow(1, 'id', 'unit', 'item', 'name', 'maintenance', 'unit_address') +
      textRow(2, 'c1', 'fgw', '2.8', '甲', 'linked', '点击进入')
    const after = '<hyperlinks><hyperlink ref="F2" r:id="rId1"/></hyperlinks>'
    const rels = '<Relationship Id="rId1" Target="http://a.example/x?a=1&amp;b=2" TargetMode="External"/>'
    const bytes = excelBook({ sheets: { columns: { rows, after, rels } } })
    expect(imported(bytes, FILES)['columns.csv']?.split('\n')[1]).toBe(
      'c1,fgw,2.8,甲,linked,,http://a.example/x?a=1&b=2',
    )
  })

  it.each<[string, string, string, string]>([
    ['without a header', textRow(1, 'e1', 'fgw'), 'A1', '编号、单位'],
    ['with a column twice', textRow(1, '编号', 'ID', '单位'), 'B1', 'twice'],
    [
      'with an id twice',
      head +
        textRow(2, 'e1', 'fgw', '2.8', '征集结束', '甲', '', '2026-06-30') +
        textRow(3, 'e1', 'fgw', '2.8', '征集结束', '乙', '', '2026-06-30'),
      'A3',
      'row 2',
    ],
    ['with a row without an id', head + textRow(2, '', 'fgw'), 'A2', 'empty'],
  ])('%s is refused', (_what, rows, place, words) => {
    const bytes = excelBook({ sheets: { 事件: { rows } } })
    expect(faultsOf(bytes, FILES)).toEqual([[`登记.xlsx 事件!${place}`, expect.stringContaining(words)]])
  })
})
