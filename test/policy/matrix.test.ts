import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { checks } from '../../src/checks/index.ts'
import { gapsOf, type MatrixRow, matrixOf } from '../../src/policy/matrix.ts'
import type { Pack } from '../../src/policy/pack.ts'
import { readPack } from '../../src/policy/read-pack.ts'

let pack: Pack
let rows: readonly MatrixRow[]

beforeAll(async () => {
  pack = await readPack(join(import.meta.dirname, '../../rules/portal-content'), checks)
  rows = matrixOf(pack)
})

describe('the matrix of the policy', () => {
  it('has no clause that nothing checks and nobody looks at', () => {
    expect(gapsOf(rows).map((row) => row.clause)).toEqual([])
  })

  it('would show one', () => {
    const [duty] = pack.general
    if (duty === undefined) throw new Error('The pack has no general duties.')
    const bare = matrixOf({ ...pack, general: [{ ...duty, rules: [], manual: null }] })
    expect(gapsOf(bare).map((row) => row.clause)).toEqual([duty.id])
  })

  it.each([
    ['separate stage addresses', '五(三)1', 'shared-stage-address'],
    ['no registration', '五(三)2', 'registration-wall'],
    ['seven elements', '五(三)3', 'missing-element'],
    ['regular correction of links', '二(三)2', 'dead-link'],
    ['submitted', '三(一)', 'blank-column'],
    ['harvested', '三(二)', 'blank-column'],
    ['linked', '三(三)', 'dead-link'],
    ['synchrony', '四(四)1', 'outdated-copy'],
  ])('checks %s by a rule', (_what, clause, check) => {
    expect(rows.find((row) => row.clause === clause)?.rules.map((rule) => rule.check)).toContain(check)
  })

  it.each([
    ['notice of change', '四(四)2'],
    ['a responsible person', '四(一)'],
    ['evaluation', '四(五)'],
    ['a person who checks', '二(三)1'],
    ['care and rules', '一'],
    ['shared columns', '二(二)'],
    ['the editors', '四(二)'],
    ['the plan', '末段'],
    ['the English pages', '6.3'],
    ['plain answers', '2.7'],
  ])('says why a person looks at %s', (_what, clause) => {
    const manual = rows.find((row) => row.clause === clause)?.manual
    expect(manual?.reason.zh).toMatch(/[\u4e00-\u9fff]{4}/)
    expect(manual?.reason.en).not.toMatch(/[\u4e00-\u9fff]/)
  })

  it('says why a person looks in both languages, for as long as a cadence', () => {
    for (const { clause, manual } of rows) {
      if (manual === null) continue
      expect(manual.reason.zh, clause).toMatch(/[\u4e00-\u9fff]{4}/)
      expect(manual.reason.en, clause).not.toMatch(/[\u4e00-\u9fff]/)
      expect(manual.every.en, clause).not.toBe('')
    }
  })

  it('names the source of every rule and cadence', () => {
    for (const row of rows)
      for (const one of [...row.rules, ...row.cadences])
        expect(one.source.length, row.clause).toBeGreaterThan(3)
  })

  it('has every item, with its cadences in words', () => {
    expect(rows.filter((row) => pack.items.has(row.clause))).toHaveLength(49)
    expect(rows.find((row) => row.clause === '2.18')?.cadences.map((cadence) => cadence.zh)).toEqual([
      '募捐活动结束后3个月内',
      '每6个月至少更新一次',
      '突发灾害募捐后及时（1个月内，仅供参考）',
    ])
  })
})
