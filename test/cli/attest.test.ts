import { readdir, readFile } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type CityWorkspace, cityWorkspace } from '../support/city-workspace.ts'
import { portalAudit } from '../support/command-line.ts'

let city: CityWorkspace

beforeAll(async () => {
  city = await cityWorkspace()
})

afterAll(() => city.close())

const TODAY = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10)
const TOMORROW = new Date(Date.now() + 32 * 3_600_000).toISOString().slice(0, 10)
const attest = (unit: string, clause: string, by: string, on: string, ...rest: readonly string[]) =>
  portalAudit(
    'attest',
    '--unit',
    unit,
    '--clause',
    clause,
    '--by',
    by,
    '--on',
    on,
    ...rest,
    '-c',
    city.config,
  )
const register = () => readFile(city.path('registry/attestations.csv'), 'utf8')

describe('attest', () => {
  it('adds a row, keeps the others, and lists it', async () => {
    const before = (await register()).trim().split(/\r?\n/).length
    const ended = await attest('江湾区', '一', '张三', '2026-10-01', '--note', '制度已印发')
    expect(ended).toMatchObject({ code: 0, out: 'a-2026-10-01-1 jiangwan 一 张三 2026-10-01\n' })
    const rows = (await register()).trim().split(/\r?\n/)
    expect(rows).toHaveLength(before + 1)
    expect(rows.at(-1)).toBe('a-2026-10-01-1,jiangwan,一,张三,2026-10-01,制度已印发')
    const listed = await portalAudit('attest', 'list', '--unit', '江湾区', '-c', city.config, '--json')
    expect(JSON.parse(listed.out)).toContainEqual({
      unit: 'jiangwan',
      unitName: '江湾区',
      clause: '一',
      title: '重视、制度与责任落实',
      state: 'attested',
      by: '张三',
      on: '2026-10-01',
      until: '2027-10-01',
    })
  })

  it('takes today, and two on one day', async () => {
    expect((await attest('江湾区', '6.6', '张三', TODAY)).out).toContain(`a-${TODAY}-1 `)
    expect((await attest('临海区', '6.6', '张三', TODAY)).out).toContain(`a-${TODAY}-2 `)
  })

  it('loses none of several that come at once', async () => {
    const clauses = ['一', '二(二)', '四(一)', '四(三)', '五(二)']
    const ended = await Promise.all(clauses.map((clause) => attest('白沙区', clause, '王五', '2026-09-01')))
    expect(ended.map(({ code, err }) => `${code}${err}`)).toEqual(clauses.map(() => '0'))
    const rows = (await register()).split(/\r?\n/).filter((row) => row.includes(',王五,'))
    expect(rows.map((row) => row.split(',')[2]).sort()).toEqual([...clauses].sort())
    expect((await readdir(city.path('registry'))).filter((name) => name.startsWith('.'))).toEqual([])
  })

  it('lists how every clause stands, in both languages', async () => {
    const zh = await portalAudit('attest', 'list', '--unit', '云溪区', '-c', city.config, '--lang', 'zh')
    for (const words of ['四(一)', '第一责任人', '已过期', '2026-03-10']) expect(zh.out).toContain(words)
    expect(zh.out).not.toContain('四(五)')
    const en = await portalAudit('attest', 'list', '--unit', '云溪区', '-c', city.config, '--lang', 'en')
    expect(en.out).toContain('lapsed')
  })

  it.each<[string, Parameters<typeof attest>, string]>([
    ['an unknown unit', ['江湾', '一', '张', TODAY], 'did you mean 江湾区'],
    ['an unknown clause', ['江湾区', '九(九)', '张', TODAY], 'no clause 九(九)'],
    ['a clause that rules check', ['江湾区', '五(三)1', '张', TODAY], 'is checked by rules'],
    ['an item that rules check', ['江湾区', '1.1', '张', TODAY], 'is checked by rules'],
    ['the office’s own', ['江湾区', '四(五)', '张', TODAY], 'General Office’s own duty'],
    ['a clause that the unit does not owe', ['江湾区', '6.5', '张', TODAY], '江湾区 does not owe 6.5'],
    ['nobody', ['江湾区', '一', ' ', TODAY], '--by must name'],
    ['no day', ['江湾区', '一', '张', '2026-02-29'], 'not a day'],
    ['tomorrow', ['江湾区', '一', '张', TOMORROW], 'in the future'],
  ])('refuses %s, and writes nothing', async (_what, args, words) => {
    const before = await register()
    const ended = await attest(...args)
    expect([ended.code, ended.out]).toEqual([64, ''])
    expect(ended.err).toContain(words)
    expect(await register()).toBe(before)
  })

  it('refuses everything at once', async () => {
    const ended = await portalAudit('attest', '-c', city.config)
    expect(ended.code).toBe(64)
    expect(ended.err.trim().split('\n').length).toBeGreaterThanOrEqual(4)
  })
})
