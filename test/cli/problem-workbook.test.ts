import { readFile, writeFile } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ListedFinding } from '../../src/app/find-findings.ts'
import { edited } from '../report/workbook/edit.ts'
import { type CityWorkspace, cityWorkspace } from '../support/city-workspace.ts'
import { portalAudit } from '../support/command-line.ts'

const ALL = '全部问题'
let space: CityWorkspace
let findings: readonly ListedFinding[]

const run = (...args: readonly string[]) => portalAudit(...args, '-c', space.config)
const list = async (): Promise<readonly ListedFinding[]> =>
  JSON.parse((await run('review', 'list', '--json')).out) as readonly ListedFinding[]
const prints = (): readonly string[] => findings.map(({ finding }) => finding.fingerprint)

/** Writes the workbook, types into its sheet of all, and reads it back. */
async function typed(
  words: Readonly<Record<string, Readonly<Record<string, string>>>>,
  ...options: readonly string[]
) {
  const file = space.path('清单.xlsx')
  await run('workbook', '--out', file)
  await writeFile(file, edited(await readFile(file), { [ALL]: words }))
  return run('review', 'import', file, ...options)
}

beforeAll(async () => {
  space = await cityWorkspace()
  await run('audit', '--unit', '市民政局', '--unit', '市农委', '--quiet')
  findings = await list()
})

afterAll(() => space.close())

describe('workbook and review import', () => {
  it('write the problems of a run and note what was decided in it, once', async () => {
    const [first = '', second = '', third = ''] = prints()
    const words = {
      [first]: { decision: '属实', reviewer: '张三' },
      [second]: { decision: '不属实', reviewer: '张三', reason: '专题已迁移' },
      [third]: { decision: '暂缓', reviewer: '张三', reason: '待核' },
    }
    const ended = await typed(words)
    expect(ended).toMatchObject({ code: 0, out: '' })
    expect(ended.err).toContain(`属实 1，不属实 1，暂缓 1；尚未复核 ${findings.length - 3} /`)
    const states = (await list()).map(({ finding, state, reason }) => [finding.fingerprint, state, reason])
    expect(states).toContainEqual([first, 'confirmed', ''])
    expect(states).toContainEqual([second, 'dismissed', '专题已迁移'])
    expect(states).toContainEqual([third, 'deferred', '待核'])
    expect((await typed({}, '--json')).out).toContain('"added": []')
  })

  it('refuse to decide otherwise, with the cell, unless told to', async () => {
    const [first = ''] = prints()
    const words = { [first]: { decision: '不属实', reviewer: '李四', reason: '误判' } }
    const refused = await typed(words)
    expect(refused.code).toBe(64)
    expect(refused.err).toMatch(/^\/.*\/清单\.xlsx 全部问题!O\d+: 张三已认定为/)
    const replaced = await typed(words, '--replace')
    expect(replaced.err).toContain('属实 0，不属实 1，暂缓 0')
  })

  it('name every cell that is wrong, and note nothing', async () => {
    const before = await list()
    const [, , , fourth = '', fifth = ''] = prints()
    const ended = await typed({
      [fourth]: { decision: '对' },
      [fifth]: { decision: '不属实', reviewer: '张三' },
    })
    expect(ended.code).toBe(78)
    expect(ended.err.match(/^\/.*\/清单\.xlsx 全部问题![OPQ]\d+: /gm)).toHaveLength(2)
    expect(await list()).toEqual(before)
  })

  it('give the workbook a name of its own, for a unit, with the same bytes each time', async () => {
    const once = await run('workbook', '--unit', '市民政局')
    const path = once.out.trim()
    expect(path).toMatch(/reports\/问题清单-.*-mzj\.xlsx$/)
    const bytes = await readFile(path)
    expect((await run('workbook', '--unit', 'mzj')).out).toBe(once.out)
    expect(await readFile(path)).toEqual(bytes)
  })

  it.each<[string, readonly string[], number, string]>([
    ['an unknown unit', ['workbook', '--unit', '无此局'], 64, '没有单位“无此局”'],
    ['an unknown run', ['workbook', '--run', 'x'], 64, '没有编号为“x”的检查'],
    ['a period that is not sealed', ['workbook', '--period', '2026-11'], 64, '尚未封存'],
    ['a run and a period', ['workbook', '--run', 'latest', '--period', '2026-11'], 64, '只能用一个'],
    ['a file that is not there', ['review', 'import', '/nowhere/x.xlsx'], 64, 'ENOENT'],
  ])('refuse %s', async (_what, args, code, words) => {
    const ended = await run(...args)
    expect(ended.code).toBe(code)
    expect(ended.err).toContain(words)
  })
})
