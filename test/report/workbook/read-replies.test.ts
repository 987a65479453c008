import { beforeAll, describe, expect, it } from 'vitest'
import type { Reply } from '../../../src/core/rectification.ts'
import { problemWorkbook } from '../../../src/report/workbook/problem-workbook.ts'
import {
  type AnswerableCase,
  type KnownCases,
  readReplies,
} from '../../../src/report/workbook/read-replies.ts'
import { excelBook, textRow } from '../../registry/workbook/excel-book.ts'
import { edited, type Typed } from './edit.ts'
import { finding, labels, print, reportOf, sealedOf } from './examples.ts'

const report = reportOf([1, 2, 3, 4].map((number) => finding(number)))
const sealed = sealedOf(report)
const GIVEN: Reply = { cause: '系统故障', measure: '已修复\n并核对' }

const answerable = (number: number, change: Partial<AnswerableCase> = {}): AnswerableCase => ({
  id: `2026-11-${print(number)}`,
  unit: `u${number}`,
  unitName: `第${number}单位`,
  isOpen: true,
  replies: [],
  ...change,
})
const CASES = [
  answerable(1),
  answerable(2, { replies: [GIVEN, { cause: '其他', measure: '再议' }] }),
  answerable(3, { isOpen: false }),
  answerable(4),
]
const known: KnownCases = {
  runs: new Map([[report.run.id, new Map(CASES.map((one, at) => [print(at + 1), one]))]]),
  units: [],
}
let written: Uint8Array

beforeAll(async () => {
  const replied = sealed.cases.map((one) =>
    one.fingerprint === print(2) ? { ...one, reply: { ...GIVEN, on: '2026-11-25', by: '第2单位' } } : one,
  )
  const source = { report, sealed: { ...sealed, cases: replied }, units: [] }
  written = problemWorkbook(source, await labels(), { pages: '' })
})

type Changes = Readonly<Record<string, Readonly<Record<number, Typed>>>>

const read = (changes: Changes, held: KnownCases = known) => {
  const typed = Object.entries(changes).map(([sheet, rows]) => {
    const byPrint = Object.entries(rows).map(([number, words]) => [print(Number(number)), words])
    return [sheet, Object.fromEntries(byPrint)]
  })
  return readReplies('清单.xlsx', edited(written, Object.fromEntries(typed)), held)
}

const ALL = '全部问题'
const KIND = '网址无法访问'
const REPLY = { cause: '栏目或网址调整', measure: '已恢复' }

describe('replies read back', () => {
  it('are none in a workbook that nobody has touched, but those that were given', () => {
    expect(read({})).toEqual({ rows: [], problems: [], unchanged: 2, unanswered: 2 })
  })

  it('are what was filled in, on either sheet, each once', () => {
    const found = read({
      [ALL]: { 1: { ...REPLY, doneOn: '2026年12月1日', responsible: '赵六' }, 2: REPLY },
      [KIND]: { 1: { ...REPLY, doneOn: '2026-12-1', responsible: '赵六' } },
    })
    expect(found.problems).toEqual([])
    expect(found.rows).toEqual([
      {
        case: CASES[0],
        reply: { ...REPLY, doneOn: '2026-12-01', responsible: '赵六' },
        place: `${ALL}!R2`,
      },
      { case: CASES[1], reply: REPLY, place: `${ALL}!R3` },
    ])
    expect(found).toMatchObject({ unchanged: 1, unanswered: 1 })
  })

  it.each<[string, number, Reply]>([
    ['what the unit said last', 2, { cause: '其他', measure: '再议' }],
    ['what it said before that, with other line breaks', 2, { cause: '系统故障', measure: '已修复 并核对' }],
  ])('are no news: %s', (_what, number, reply) => {
    const found = read({ [ALL]: { [number]: { cause: reply.cause, measure: reply.measure } } })
    expect(found).toMatchObject({ rows: [], problems: [], unchanged: 2 })
  })

  it('may be limited to units; rows of others that say nothing new do not matter', () => {
    const limited = (...units: readonly string[]) => ({ ...known, units })
    expect(read({ [ALL]: { 1: REPLY } }, limited('u1')).rows).toHaveLength(1)
    expect(read({ [ALL]: { 1: REPLY } }, limited('第1单位', 'u2')).rows).toHaveLength(1)
    const refused = read({ [ALL]: { 1: REPLY } }, limited('u2'))
    expect(refused.problems.map(({ file }) => file)).toEqual([`清单.xlsx ${ALL}!B2`])
    expect(refused.problems[0]?.message).toContain('“第1单位”不在 --unit 所列单位之内')
  })

  it.each<[string, Changes, string, string]>([
    ['a cause alone', { [ALL]: { 1: { cause: '其他' } } }, `${ALL}!S2`, '请填写整改措施'],
    [
      'a cause as long as a report',
      { [ALL]: { 1: { cause: '长'.repeat(2_001), measure: '已恢复' } } },
      `${ALL}!R2`,
      '共 2001 字，最多 2000 字',
    ],
    ['a measure alone', { [ALL]: { 1: { measure: '已恢复' } } }, `${ALL}!R2`, '请填写原因'],
    ['a day that is none', { [ALL]: { 1: { ...REPLY, doneOn: '下周' } } }, `${ALL}!U2`, '“下周”: 应为日期'],
    ['a case that is closed', { [ALL]: { 3: REPLY } }, `${ALL}!R4`, '该问题已销号'],
    [
      'a fingerprint without a case',
      { [ALL]: { 1: { ...REPLY, fingerprint: 'abc' } } },
      `${ALL}!W2`,
      '没有此问题的整改事项',
    ],
    [
      'the fingerprint of another row',
      { [ALL]: { 1: { ...REPLY, fingerprint: print(4) } } },
      `${ALL}!Y2`,
      '可能只排序了部分列',
    ],
    ['a run that is not sealed', { [ALL]: { 1: { ...REPLY, run: 'r0' } } }, `${ALL}!X2`, '检查“r0”尚未封存'],
    [
      'two minds on two sheets',
      { [ALL]: { 1: REPLY }, [KIND]: { 1: { ...REPLY, measure: '正在恢复' } } },
      `${KIND}!R2`,
      `与 ${ALL}!R2 的反馈不一致`,
    ],
    ['a column that was deleted', { [ALL]: { 1: { heading: 'measure' } } }, `${ALL}!A1`, '缺少列 整改措施'],
  ])('are refused with the place of %s', (_what, changes, place, words) => {
    const { problems } = read(changes)
    expect(problems.map(({ file }) => file)).toEqual([`清单.xlsx ${place}`])
    expect(problems[0]?.message).toContain(words)
  })

  it('name every cell of a row that says who and when, but not what', () => {
    const { problems } = read({ [ALL]: { 1: { responsible: '赵六' } } })
    expect(problems.map(({ file }) => file)).toEqual([`清单.xlsx ${ALL}!R2`, `清单.xlsx ${ALL}!S2`])
  })

  it.each([
    ['a formula that ends in an error', 'A2', '<c r="A2" t="e"><v>#REF!</v></c>', '#REF!'],
    ['a formula without a result', 'D2', '<c r="D2"><f>A1</f></c>', '公式没有计算结果'],
  ])('are refused with the cell of %s', (_what, place, cell, words) => {
    const columns = ['原因', '整改措施', '完成时间', '责任人']
    const knownBy = ['单位', '责任事项', '对象', '网址', '指纹', '检查编号', '校验']
    const rows = `${textRow(1, ...columns, ...knownBy)}<row r="2">${cell}</row>`
    const { problems, rows: taken } = readReplies(
      '清单.xlsx',
      excelBook({ sheets: { 清单: { rows } } }),
      known,
    )
    expect(taken).toEqual([])
    expect(problems.map(({ file }) => file)).toEqual([`清单.xlsx 清单!${place}`])
    expect(problems[0]?.message).toContain(words)
  })

  it('need no column of the reviewers', () => {
    const found = read({ [ALL]: { 1: { ...REPLY, heading: 'decision' } } })
    expect(found).toMatchObject({ problems: [], rows: [{ reply: REPLY }] })
  })
})
