import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { ruleSchemas } from '../../src/app/rules.ts'
import { checks } from '../../src/checks/index.ts'
import type { Pack } from '../../src/policy/pack.ts'
import { readPack } from '../../src/policy/read-pack.ts'

const RULES = join(import.meta.dirname, '..', '..', 'rules')

let pack: Pack

beforeAll(async () => {
  pack = await readPack(join(RULES, 'portal-content'), checks)
})

const idsOf = (section: number, count: number): readonly string[] =>
  Array.from({ length: count }, (_, at) => `${section}.${at + 1}`)

describe('the pack of the policy', () => {
  it('holds its 49 items, in its order', () => {
    const counts = [1, 24, 7, 4, 4, 7, 2]
    expect([...pack.items.keys()]).toEqual(counts.flatMap((count, at) => idsOf(at + 1, count)))
  })

  it('quotes each clause with who is responsible, and says the same as data', () => {
    const groups: Readonly<Record<string, string>> = {
      各区县政府: 'districts',
      市政府各部门: 'departments',
      市政府各有关部门: 'relevantDepartments',
      市政府其他有关部门: 'relevantDepartments',
      市政府其他相关部门: 'relevantDepartments',
    }
    for (const item of pack.items.values()) {
      const owners = /\(责任(?:部门|单位):(.+?)\)$/.exec(item.clause)?.[1]?.split('、') ?? []
      const { units, groups: named } = item.owedBy
      expect([...units, ...named].sort(), item.id).toEqual(
        owners.map((owner) => groups[owner] ?? owner).sort(),
      )
      const [section = '', number = ''] = item.id.split('.')
      expect(item.clause, item.id).toMatch(section === '1' ? /^\(一\)/ : new RegExp(`^${number}\\.`))
    }
  })

  it('names 30 spellings of 29 units', () => {
    const names = new Set([...pack.items.values()].flatMap((item) => item.owedBy.units))
    expect(names.size).toBe(30)
    expect(names).toContain('市人力资源与社会保障局')
  })

  it.each([
    ['2.18', ['afterEvent', 'every', 'promptly']],
    ['5.2', ['each']],
    ['2.9', ['each', 'afterEvent']],
    ['2.2', ['by', 'by', 'by']],
    ['1.1', ['every']],
    ['2.3', []],
  ])('%s has the cadences %j, each with its source', (id, kinds) => {
    const cadences = pack.items.get(id)?.cadences ?? []
    expect(cadences.map((cadence) => cadence.kind)).toEqual(kinds)
    for (const cadence of cadences) expect(cadence.source.length).toBeGreaterThan(3)
  })

  it('has the three stages where the policy has them', () => {
    const stages = [...pack.items.values()].flatMap((item) =>
      item.stage === null ? [] : [[item.id, item.stage]],
    )
    expect(stages).toEqual([
      ['3.1', 'application'],
      ['3.2', 'status'],
      ['3.3', 'result'],
    ])
  })

  it('judges staleness of an item by one rule', () => {
    const items = [...pack.rules.values()]
      .filter((rule) => rule.check === 'stale-column')
      .flatMap((rule) => rule.items)
    expect(new Set(items).size).toBe(items.length)
  })

  it('judges every kind of cadence that an item has by a rule', () => {
    const unjudged = [...pack.items.values()].flatMap((item) => {
      const judged = [...pack.rules.values()]
        .filter((rule) => rule.items.includes(item.id))
        .flatMap((rule) => checks.get(rule.check)?.cadences ?? [])
      return item.cadences
        .filter(({ kind }) => !judged.includes(kind))
        .map(({ kind }) => `${item.id} ${kind}`)
    })
    expect(unjudged).toEqual([])
  })

  it('calls findings of several rules by a title that is none of theirs', () => {
    for (const [check, title] of pack.checkTitles) {
      const own = [...pack.rules.values()].filter((rule) => rule.check === check).map((rule) => rule.title.zh)
      expect(own.length === 1, `${check} ${title.zh}`).toBe(own.includes(title.zh))
    }
  })

  it('knows the working days of the years that it names', () => {
    expect(pack.calendar.covers.map(({ from, to }) => `${from} ${to}`)).toEqual(
      [2022, 2023, 2024, 2025, 2026].map((year) => `${year}-01-01 ${year}-12-31`),
    )
  })

  it.each(Object.entries(ruleSchemas()))('has %s for editors, up to date', (name, text) => {
    expect(readFileSync(join(RULES, 'schema', name), 'utf8')).toBe(text)
  })
})
