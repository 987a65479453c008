import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { AuditReport } from '../../src/report/audit-report.ts'
import { type CityWorkspace, cityWorkspace } from '../support/city-workspace.ts'
import { portalAudit } from '../support/command-line.ts'

const UNITS = ['市旅游局', '市电力公司', '市人口计生委', '枫台区']

let city: CityWorkspace
let report: AuditReport

beforeAll(async () => {
  city = await cityWorkspace()
  const scope = UNITS.flatMap((unit) => ['--unit', unit])
  const ended = await portalAudit('audit', '-c', city.config, ...scope, '--json', '--quiet')
  report = JSON.parse(ended.out) as AuditReport
})

afterAll(() => city.close())

const explain = (...args: readonly string[]) =>
  portalAudit('rules', 'explain-score', ...args, '-c', city.config)

/** The rows of the tables of a text, as cells. */
const rowsOf = (text: string): readonly (readonly string[])[] =>
  text
    .split('\n')
    .filter((line) => /^[│|]/.test(line))
    .map((line) =>
      line
        .split('│')
        .map((cell) => cell.trim())
        .slice(1, -1),
    )

const numbers = (text: string): readonly number[] =>
  [...text.matchAll(/\d+(?:\.\d+)?/g)].map((one) => Number(one[0]))
const line = (text: string, words: string): string =>
  text.split('\n').find((one) => one.includes(words)) ?? ''

describe('explain-score', () => {
  it.each(UNITS)('prints lines of %s that can be reckoned again', async (name) => {
    const { code, out } = await explain(name, '--lang', 'zh')
    expect(code).toBe(0)
    const unit = report.units.find((one) => one.name === name)
    const rows = rowsOf(out)
    const sections = rows.filter((row) => row.length === 9 && row[0] !== '部分')
    const lines = rows.filter((row) => row.length === 8 && row[0] !== '部分')
    const sectionOf = (id: string | undefined) => sections.find((row) => row[0] === id) ?? []

    const [spare = 0] = numbers(line(out, '不足部分计')).slice(2)
    const weights = sections.reduce((sum, row) => sum + Number(row[2]), 0)
    for (const row of sections)
      expect(Number(row[3]), row[1]).toBeCloseTo(((100 - spare) * Number(row[2])) / weights, 4)

    const equation = line(out, '扣 (100 − 封顶扣分').replace('每 1 分', '')
    const [, points = 0, passed = 0, failed = 0, shared = 0, capped = 0, rate = 0] = numbers(equation)
    expect(shared).toBe(spare)
    if (passed + failed + spare - capped > 0)
      expect(rate).toBeCloseTo((100 - points) / (passed + failed + spare - capped), 4)

    let lost = 0
    for (const [section, rule, failures, weight, value, uncapped, cap, cost] of lines) {
      const [, , , whole, owed] = sectionOf(section)
      const want = (Number(whole) * Number(failures) * Number(weight)) / Number(owed)
      expect(Number(value), rule).toBeCloseTo(want, 4)
      expect(Number(uncapped), rule).toBeCloseTo(Number(value) * rate, 4)
      const most = cap === '-' ? Number.POSITIVE_INFINITY : Number(cap)
      expect(Math.abs(Number(cost) - Math.min(Number(uncapped), most)), rule).toBeLessThanOrEqual(0.01)
      lost += Math.round(Number(cost) * 100)
    }
    expect(unit?.score).toBe((10_000 - lost) / 100)
    expect(line(out, '得分 = 100 −')).toContain(unit?.score?.toFixed(2))
  })

  it('gives the very steps of the scorecard as data', async () => {
    for (const unit of report.units) {
      const { out } = await explain(unit.id, '--json')
      const { arithmetic, score, coverage, grade, vetoes } = unit
      expect(JSON.parse(out)).toMatchObject({ unit: { arithmetic, score, coverage, grade, vetoes } })
    }
  })

  it('speaks English', async () => {
    const { out } = await explain('市旅游局', '--lang', 'en')
    expect(out).toContain('score = 100 − ')
    expect(out).toContain('Nothing registered for a duty')
  })

  it.each([
    ['a unit that is none', ['市旅游'], 'did you mean 市旅游局'],
    ['a unit that the run did not judge', ['江湾区'], 'did not judge 江湾区'],
    ['a run that is none', ['市旅游局', '--run', 'x'], 'no run x'],
  ])('%s ends with 64 and says what to do', async (_what, args, words) => {
    const { code, err, out } = await explain(...args)
    expect([code, out]).toEqual([64, ''])
    expect(err).toContain(words)
  })
})
