import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { AuditReport } from '../../src/report/audit-report.ts'
import { type CityWorkspace, cityWorkspace } from '../support/city-workspace.ts'
import { portalAudit } from '../support/command-line.ts'
import { type Workspace, workspace } from '../support/workspace.ts'

let city: CityWorkspace
let empty: Workspace
let report: AuditReport

beforeAll(async () => {
  city = await cityWorkspace()
  empty = await workspace()
  const ended = await portalAudit(
    'audit',
    '-c',
    city.config,
    '--unit',
    '市民政局',
    '--unit',
    '市环保局',
    '--json',
    '--quiet',
  )
  report = JSON.parse(ended.out) as AuditReport
})

afterAll(async () => {
  await city.close()
  await empty.remove()
})

describe('init', () => {
  it('lays out a workspace that reads as it stands, and never overwrites one', async () => {
    const made = await portalAudit('init', empty.path('new'))
    expect(made.code).toBe(0)
    for (const path of made.out.trim().split('\n')) expect(existsSync(path), path).toBe(true)
    expect(made.out).toContain('audit.yaml')
    const before = await readFile(empty.path('new/audit.yaml'), 'utf8')
    const again = await portalAudit('init', empty.path('new'))
    expect(again.code).toBe(73)
    expect(await readFile(empty.path('new/audit.yaml'), 'utf8')).toBe(before)
  })
})

describe('registry', () => {
  it('lint counts what is registered', async () => {
    const ended = await portalAudit('registry', 'lint', '-c', city.config, '--json')
    expect(ended.code).toBe(0)
    expect(JSON.parse(ended.out)).toMatchObject({ units: 46, duties: 922 })
  })

  it('export and lint again: the same registry', async () => {
    const out = empty.path('exported')
    expect((await portalAudit('registry', 'export', out, '-c', city.config)).code).toBe(0)
    const config = await empty.write('again.yaml', `city: x\nregistry: exported\nasOf: '${city.asOf}'\n`)
    const first = await portalAudit('registry', 'lint', '-c', city.config, '--json')
    const second = await portalAudit('registry', 'lint', '-c', config, '--json')
    expect(second.out).toBe(first.out)
  })

  it('template: files that read', async () => {
    expect((await portalAudit('registry', 'template', empty.path('template'))).code).toBe(0)
    expect(await readFile(empty.path('template/units.csv'), 'utf8')).toContain('id')
  })
})

describe('rules', () => {
  it.each([
    ['list', ['list'], ['dead-link', 'stale-news', 'shared-stage-address']],
    ['a rule', ['show', 'stale-news'], ['1.1 每14天至少更新一次', '适用', '前提']],
    ['an item', ['show', '2.18'], ['捐赠救助', 'afterEvent', 'stale-half-year']],
    ['lint', ['lint'], ['49 items', 'OK']],
    ['the matrix', ['matrix'], ['四(四)2', '7.2', 'shared-stage-address (serious)', '人工']],
    [
      'the matrix as CSV',
      ['matrix', '--format', 'csv'],
      ['\ufeff条款 clause,', '四(四)2,变更及时告知,dead-link,dead-link,serious,,'],
    ],
    ['the matrix as data', ['matrix', '--format', 'json'], ['"clause": "末段"', '"rules": []']],
    ['schema', ['schema'], ['report.schema.json', 'pack.schema.json']],
  ])('shows %s', async (_what, args, words) => {
    const ended = await portalAudit('rules', ...args)
    expect(ended.code).toBe(0)
    for (const word of words) expect(ended.out).toContain(word)
  })

  it('says when there is no such rule', async () => {
    const ended = await portalAudit('rules', 'show', '2.99')
    expect(ended.code).toBe(64)
    expect(ended.err).toContain('2.99')
  })
})

describe('explain', () => {
  it.each(['zh', 'en'])('tells all about a finding, in %s', async (language) => {
    const [finding] = report.units.flatMap((unit) => unit.findings)
    if (finding === undefined) throw new Error('The city has no findings.')
    const ended = await portalAudit(
      'explain',
      finding.fingerprint.slice(0, 10),
      '-c',
      city.config,
      '--lang',
      language,
    )
    expect(ended.code).toBe(0)
    for (const words of [
      finding.clause,
      finding.fingerprint,
      finding.rule,
      finding.text[language === 'zh' ? 'zh' : 'en'],
    ])
      expect(ended.out).toContain(words)
  })

  it('gives the same as data', async () => {
    const [finding] = report.units.flatMap((unit) => unit.findings)
    const ended = await portalAudit('explain', finding?.fingerprint ?? '', '-c', city.config, '--json')
    expect(JSON.parse(ended.out)).toMatchObject({ finding: { fingerprint: finding?.fingerprint } })
  })

  it('says when there is no such finding', async () => {
    const ended = await portalAudit('explain', 'ffffffffffffffff', '-c', city.config)
    expect(ended.code).toBe(64)
    expect(ended.err).toContain('ffffffffffffffff')
  })
})

describe('check', () => {
  it.each([
    ['a page', 'http://jiangwan.yunchuan.gov.example/', ['alive (200)', '江湾区', 'honest'], 0],
    ['a page that is not there', 'http://jiangwan.yunchuan.gov.example/nowhere', ['dead (404)'], 2],
    ['a host that is not there', 'http://site.gone.example/', ['dead (name-not-found)'], 2],
  ])('says what %s is', async (_what, url, words, code) => {
    const ended = await portalAudit('check', url, '-c', city.config)
    expect(ended.code).toBe(code)
    for (const word of words) expect(ended.out).toContain(word)
  })

  it('does not ask private addresses, and says how to allow them', async () => {
    const ended = await portalAudit('check', 'http://192.168.0.1/', '-c', city.config)
    expect(ended.out).toContain('fetch.allowPrivate')
  })

  it('refuses what is no address', async () => {
    const ended = await portalAudit('check', 'file:///C:/index.htm', '-c', city.config)
    expect(ended.code).toBe(64)
    expect(ended.err).toContain('http://')
  })
})

describe('a store that is not there', () => {
  it.each([['explain', 'abc'], ['judge'], ['report']])('%s says so and makes none', async (...args) => {
    const store = empty.path('none.sqlite')
    const ended = await portalAudit(...args, '--store', store)
    expect(ended.code).toBe(64)
    expect(ended.err).toContain('audit')
    expect(existsSync(store)).toBe(false)
  })
})

describe('usage', () => {
  it('has a version', async () => {
    const ended = await portalAudit('--version')
    expect(ended).toMatchObject({ code: 0, out: expect.stringMatching(/^\d+\.\d+\.\d+\n$/) })
  })

  it.each([
    ['an unknown command', ['adit']],
    ['an unknown option', ['audit', '--al']],
    ['a day that is none', ['audit', '--as-of', '2026-02-29']],
    ['a format that is none', ['report', '--format', 'pdff']],
    ['a unit that is none', ['audit', '--unit', '市没有局']],
  ])('%s ends with 64 and says what to do', async (_what, args) => {
    const config = args[0] === 'adit' ? [] : ['-c', city.config]
    const ended = await portalAudit(...args, ...config)
    expect(ended.code).toBe(64)
    expect(ended.err).not.toBe('')
    expect(ended.err).not.toMatch(/\n\s+at .+:\d+:\d+/)
  })
})
