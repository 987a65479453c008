import { readFile, writeFile } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { CaseReport } from '../../src/report/case-shape.ts'
import { edited } from '../report/workbook/edit.ts'
import { portalAudit } from '../support/command-line.ts'
import { findingOf, type SealedStore, sealedStore } from '../support/sealed-store.ts'

const ALL = '全部问题'
const FINDINGS = [findingOf(1, 1), findingOf(2, 2), findingOf(3, 3)]
let space: SealedStore

const run = (...args: readonly string[]) => portalAudit(...args, '-c', space.config)
/** The cases in the order of their ids, which is that of FINDINGS. */
const ledger = async (): Promise<readonly CaseReport[]> =>
  JSON.parse((await run('case', 'list', '--json')).out) as readonly CaseReport[]
const replies = async () => (await ledger()).map(({ reply }) => reply)

/** Writes the workbook of the period and types into it; rows are named by numbers of FINDINGS. */
async function typed(
  words: Readonly<Record<number, Readonly<Record<string, string>>>>,
  period = '2026-11',
): Promise<string> {
  const file = space.path('清单.xlsx')
  await run('workbook', '--period', period, '--out', file)
  const byPrint = Object.entries(words).map(([at, row]) => [FINDINGS[Number(at)]?.fingerprint ?? '', row])
  await writeFile(file, edited(await readFile(file), { [ALL]: Object.fromEntries(byPrint) }))
  return file
}

beforeAll(async () => {
  space = await sealedStore('')
  await space.seal('2026-11', FINDINGS)
})
afterAll(() => space.remove())

describe('case import', () => {
  const first = { cause: '系统故障', measure: '已修复', doneOn: '2026/12/1', responsible: '赵六' }

  it('notes replies as those of their units, once', async () => {
    const file = await typed({ 0: first, 1: { cause: '其他', measure: '再议' } })
    const ended = await run('case', 'import', file)
    expect([ended.code, ended.out]).toEqual([
      0,
      FINDINGS.slice(0, 2)
        .map((one) => `2026-11-${one.fingerprint} ${one.unitName}\n`)
        .join(''),
    ])
    expect(ended.err).toContain('已登记反馈 2 件，原已登记 0 处；尚未反馈 1 /')
    const said = { cause: '系统故障', measure: '已修复', doneOn: '2026-12-01', responsible: '赵六' }
    expect(await replies()).toMatchObject([{ ...said, by: '第1单位' }, { by: '第2单位' }, null])
    const before = await ledger()
    expect((await run('case', 'import', file, '--json')).out).toContain('"added": []')
    expect(await ledger()).toEqual(before)
    expect(before[0]?.history.at(-1)?.text.zh).toBe(
      '反馈：原因：系统故障；措施：已修复；完成时间：2026-12-01；责任人：赵六',
    )
  })

  it('takes back nothing that was said since', async () => {
    const file = await typed({ 0: first })
    const [one] = await ledger()
    const said = [
      '--cause',
      '误报',
      '--measure',
      '无须整改',
      '--done-on',
      '2026-12-02',
      '--responsible',
      '钱七',
    ]
    await run('case', 'reply', one?.id ?? '', '--by', '第1单位', ...said)
    await run('case', 'import', file)
    expect((await replies())[0]).toMatchObject({
      cause: '误报',
      measure: '无须整改',
      doneOn: '2026-12-02',
      responsible: '钱七',
    })
  })

  it('names every cell that is wrong, and notes nothing', async () => {
    const before = await ledger()
    const ended = await run(
      'case',
      'import',
      await typed({
        0: { cause: '其他', measure: '已恢复' },
        1: { cause: '其他' },
        2: { ...first, doneOn: '明天' },
      }),
    )
    expect(ended.code).toBe(78)
    expect(ended.err.match(/^.+ 全部问题![A-Z]\d+: /gm)).toEqual([
      `${space.path('清单.xlsx')} 全部问题!S3: `,
      `${space.path('清单.xlsx')} 全部问题!U4: `,
    ])
    expect(await ledger()).toEqual(before)
  })

  it('notes what a later workbook says of a case that was opened in an earlier period', async () => {
    await space.seal('2026-12', [findingOf(3, 3)], { cases: (await ledger()).slice(2) })
    const file = await typed({ 2: first }, '2026-12')
    expect((await run('case', 'import', file, '--unit', '第3单位')).code).toBe(0)
    expect((await replies())[2]).toMatchObject({ by: '第3单位', cause: '系统故障' })
  })

  it.each<[string, () => readonly string[], number, string]>([
    ['a file that is not there', () => ['/nowhere/x.xlsx'], 64, '/nowhere/x.xlsx: '],
    ['a unit without cases', () => [space.path('清单.xlsx'), '--unit', '无此局'], 64, '“无此局”没有整改事项'],
    ['a file that is no workbook', () => [space.config], 78, '/audit.yaml: 不是 Excel 工作簿'],
  ])('refuses %s', async (_what, args, code, words) => {
    const ended = await run('case', 'import', ...args())
    expect(ended.code).toBe(code)
    expect(ended.err).toContain(words)
  })
})
