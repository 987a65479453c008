import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Labels } from '../../../src/report/labels.ts'
import { problemWorkbook } from '../../../src/report/workbook/problem-workbook.ts'
import { type KnownFindings, readDecisions } from '../../../src/report/workbook/read-decisions.ts'
import { writeSpreadsheet } from '../../../src/report/workbook/spreadsheet/write-spreadsheet.ts'
import { edited, type Typed } from './edit.ts'
import { finding, labels, print, reportOf, reviewed } from './examples.ts'

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

/** The workbook, typed into: by sheet, number of the finding and column. */
const changed = (changes: Readonly<Record<string, Readonly<Record<number, Typed>>>>): Uint8Array =>
  edited(
    written,
    Object.fromEntries(
      Object.entries(changes).map(([sheet, rows]) => [
        sheet,
        Object.fromEntries(Object.entries(rows).map(([number, typed]) => [print(Number(number)), typed])),
      ]),
    ),
  )

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

describe('a workbook that LibreOffice has opened and saved', () => {
  it('gives the same decisions', () => {
    const file = join(import.meta.dirname, '../../../fixtures/workbooks/libreoffice-problems.xlsx')
    const findings = new Map([1, 2, 3, 4].map((number) => [print(number), null]))
    const found = readDecisions('清单.xlsx', readFileSync(file), said, { run: reviewed().run.id, findings })
    expect(found.problems).toEqual([])
    const plain = found.rows.map(({ fingerprint, decision, reviewer, reason }) => [
      fingerprint,
      decision,
      reviewer,
      reason,
    ])
    expect(plain).toEqual([
      [print(1), 'confirmed', '王五', ''],
      [print(2), 'dismissed', '王五', '=1+1 不是公式，'],
      [print(3), 'deferred', '王五', '待 <核> & 再议'],
    ])
    expect(found.undecided).toBe(1)
  })
})
