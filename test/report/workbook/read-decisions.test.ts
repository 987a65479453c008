import { beforeAll, describe, expect, it } from 'vitest'
import { readSheets } from '../../../src/registry/workbook/read-sheets.ts'
import type { Labels } from '../../../src/report/labels.ts'
import { COLUMNS } from '../../../src/report/workbook/columns.ts'
import { problemWorkbook } from '../../../src/report/workbook/problem-workbook.ts'
import { type KnownFindings, readDecisions } from '../../../src/report/workbook/read-decisions.ts'
import type { SheetCell } from '../../../src/report/workbook/spreadsheet/sheet.ts'
import { writeSpreadsheet } from '../../../src/report/workbook/spreadsheet/write-spreadsheet.ts'
import { finding, labels, print, reportOf } from './examples.ts'

const confirmed = { decision: 'confirmed', reviewer: '王五', reason: '' } as const
const report = reportOf([
  finding(1),
  finding(2),
  finding(3, { review: { ...confirmed, at: '2026-11-17 09:00', counts: true } }),
  finding(4, { review: { ...confirmed, at: '2026-11-17 09:00', counts: false } }),
])
const known: KnownFindings = {
  run: report.run.id,
  findings: new Map([
    [print(1), null],
    [print(2), null],
    [print(3), confirmed],
    [print(4), null],
  ]),
}
let said: Labels
let written: Uint8Array

beforeAll(async () => {
  said = await labels()
  written = problemWorkbook({ report, sealed: null, units: [] }, said, { pages: '' })
})

type Change = Readonly<Record<string, string | null>>

/** The workbook, its cells changed on the sheets: by sheet, number of the finding and column. */
function changed(changes: Readonly<Record<string, Readonly<Record<number, Change>>>>): Uint8Array {
  const read = readSheets(written)
  if (!read.ok) throw new Error(read.message)
  const sheets = read.sheets.map(({ name, cells }) => {
    const rows = new Map<number, SheetCell[]>()
    for (const { row, column, value } of cells) {
      const at = rows.get(row) ?? Array.from({ length: 25 }, () => null)
      at[column - 1] = value.kind === 'fault' ? '' : value.kind === 'day' ? value.day : value.text
      rows.set(row, at)
    }
    const [heading = [], ...body] = [...rows.values()]
    const print_ = COLUMNS.findIndex(({ id }) => id === 'fingerprint') + 1
    for (const [number, change] of Object.entries(changes[name] ?? {})) {
      const row = body.find((one) => one[print_] === print(Number(number)))
      for (const [column, words] of Object.entries(change)) {
        const at = COLUMNS.findIndex(({ id }) => id === column) + 1
        if (column === 'heading') heading[COLUMNS.findIndex(({ id }) => id === words) + 1] = '？'
        else if (row !== undefined) row[at] = words
      }
    }
    return {
      name,
      columns: heading.map((words) => ({ heading: String(words ?? ''), width: 10 })),
      frozenColumns: 0,
      rowCount: body.length,
      rows: body,
    }
  })
  return writeSpreadsheet(sheets, { title: '', createdAt: '' })
}

const ALL = '全部问题'
const KIND = '网址无法访问'
const read = (bytes: Uint8Array) => readDecisions('清单.xlsx', bytes, said, known)

describe('decisions read back', () => {
  it('are none in a workbook that nobody has touched, but those that stand', () => {
    expect(read(written)).toEqual({ rows: [], problems: [], unchanged: 2, undecided: 3 })
  })

  it('are what was filled in, on either sheet, each once', () => {
    const dismissed = { decision: '不属实', reviewer: '赵六', reason: '专题已迁移\n见公告' }
    const found = read(
      changed({
        [ALL]: { 1: dismissed, 2: { decision: ' 暂缓 ', reviewer: '赵六', reason: '待核' } },
        [KIND]: { 1: dismissed, 3: { decision: 'dismissed', reason: '误判' } },
      }),
    )
    expect(found.problems).toEqual([])
    const own = { reviewer: '赵六', run: report.run.id }
    expect(found.rows).toEqual([
      {
        ...own,
        fingerprint: print(1),
        decision: 'dismissed',
        reason: '专题已迁移 见公告',
        place: `${ALL}!O2`,
      },
      { ...own, fingerprint: print(2), decision: 'deferred', reason: '待核', place: `${ALL}!O3` },
      {
        ...own,
        fingerprint: print(3),
        decision: 'dismissed',
        reviewer: '王五',
        reason: '误判',
        place: `${KIND}!O3`,
      },
    ])
    expect(found).toMatchObject({ unchanged: 1, undecided: 1 })
  })

  it.each<[string, Parameters<typeof changed>[0], string, string]>([
    [
      'another word',
      { [ALL]: { 1: { decision: '是', reviewer: '赵六' } } },
      `${ALL}!O2`,
      '“是”: 应为以下之一：属实、不属实、暂缓',
    ],
    ['no reviewer', { [ALL]: { 1: { decision: '属实' } } }, `${ALL}!P2`, '须写明复核人'],
    [
      'a dismissal without a reason',
      { [ALL]: { 1: { decision: '不属实', reviewer: '赵六' } } },
      `${ALL}!Q2`,
      '须写明理由',
    ],
    [
      'a deferral without a reason',
      { [ALL]: { 1: { decision: '暂缓', reviewer: '赵六' } } },
      `${ALL}!Q2`,
      '须写明理由',
    ],
    [
      'a fingerprint that the run has not',
      { [ALL]: { 1: { decision: '属实', reviewer: '赵六', fingerprint: 'abc' } } },
      `${ALL}!W2`,
      '“abc”: 本次检查没有此指纹',
    ],
    [
      'the fingerprint of another row',
      { [ALL]: { 1: { decision: '属实', reviewer: '赵六', fingerprint: print(2) } } },
      `${ALL}!Y2`,
      '可能只排序了部分列',
    ],
    [
      'a row that is about another unit now',
      { [ALL]: { 1: { decision: '属实', reviewer: '赵六', unit: '别的单位' } } },
      `${ALL}!Y2`,
      '可能只排序了部分列',
    ],
    [
      'another run',
      { [ALL]: { 1: { decision: '属实', reviewer: '赵六', run: '2026-10-01-000000' } } },
      `${ALL}!X2`,
      '属于检查“2026-10-01-000000”',
    ],
    [
      'two minds on two sheets',
      {
        [ALL]: { 1: { decision: '属实', reviewer: '赵六' } },
        [KIND]: { 1: { decision: '暂缓', reviewer: '赵六', reason: '待核' } },
      },
      `${KIND}!O2`,
      `与 ${ALL}!O2 的结论、复核人或理由不一致`,
    ],
    ['a column that was deleted', { [ALL]: { 1: { heading: 'run' } } }, `${ALL}!A1`, '缺少列 检查编号'],
  ])('are refused with the place of %s', (_what, changes, place, words) => {
    const found = read(changed(changes))
    expect(found.problems.map(({ file }) => file)).toEqual([`清单.xlsx ${place}`])
    expect(found.problems[0]?.message).toContain(words)
  })

  it.each([
    ['no workbook', new Uint8Array([1, 2, 3]), '不是 Excel 工作簿'],
    [
      'another workbook',
      writeSpreadsheet(
        [{ name: 's', columns: [{ heading: '编号', width: 9 }], frozenColumns: 0, rowCount: 0, rows: [] }],
        { title: '', createdAt: '' },
      ),
      '没有问题清单',
    ],
  ])('are refused in %s', (_what, bytes, words) => {
    expect(
      read(bytes)
        .problems.map(({ message }) => message)
        .join(),
    ).toContain(words)
  })
})
