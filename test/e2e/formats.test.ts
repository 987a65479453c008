import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import Ajv2020 from 'ajv/dist/2020.js'
import Ajv from 'ajv-draft-04'
import addFormats from 'ajv-formats'
import { parse } from 'csv-parse/sync'
import { XMLParser, XMLValidator } from 'fast-xml-parser'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { AuditReport } from '../../src/report/audit-report.ts'
import { type CityWorkspace, cityWorkspace } from '../support/city-workspace.ts'
import { portalAudit } from '../support/command-line.ts'

let space: CityWorkspace
let report: AuditReport

const written = (name: string): Promise<string> => readFile(space.path(`reports/${name}`), 'utf8')

beforeAll(async () => {
  space = await cityWorkspace()
  const formats = 'html,json,csv,junit,sarif,text'
  await portalAudit(
    'audit',
    '-c',
    space.config,
    '--unit',
    '市民政局',
    '--unit',
    '市教委',
    '--unit',
    '北港区',
    '--unit',
    '金水区',
    '--format',
    formats,
    '--quiet',
  )
  report = JSON.parse(await written('report.json')) as AuditReport
})

afterAll(() => space.close())

const findings = () => report.units.flatMap((unit) => unit.findings)
const waived = () => report.units.flatMap((unit) => unit.waived)

describe('every format tells the same findings', () => {
  it('json: totals are the sums of their parts', () => {
    expect(findings().length).toBeGreaterThan(3)
    expect(report.totals.findings).toBe(findings().length)
    const counted = Object.values(report.totals.outcomes).reduce((sum, count) => sum + count, 0)
    expect(counted).toBe(report.totals.verdicts)
  })

  it('json: valid by its committed schema', async () => {
    const file = join(import.meta.dirname, '../../rules/schema/report.schema.json')
    const validate = new Ajv2020.default({ allErrors: true }).compile(
      JSON.parse(await readFile(file, 'utf8')) as object,
    )
    validate(report)
    expect(validate.errors).toBeNull()
    expect(validate({ ...report, version: 2 })).toBe(false)
    expect(validate({ ...report, surprise: 1 })).toBe(false)
  })

  it('csv: opens in Excel, one row a finding, Chinese intact', async () => {
    const text = await written('findings.csv')
    expect(text.startsWith('\ufeff')).toBe(true)
    const rows = parse(text, { bom: true }) as string[][]
    expect(rows.length).toBe(findings().length + 1)
    expect(rows.slice(1).map((row) => row.at(-1))).toEqual(findings().map((one) => one.fingerprint))
    expect(text).toContain('市民政局')
  })

  it('junit: well-formed, a failure a finding', async () => {
    const text = await written('junit.xml')
    expect(XMLValidator.validate(text)).toBe(true)
    const read = new XMLParser({ ignoreAttributes: false }).parse(text) as {
      testsuites: { testsuite: { '@_failures': string }[] }
    }
    const failures = read.testsuites.testsuite.reduce((sum, suite) => sum + Number(suite['@_failures']), 0)
    expect(failures).toBe(findings().length)
  })

  it('sarif: valid by the OASIS schema, a result a finding', async () => {
    const log = JSON.parse(await written('report.sarif')) as {
      runs: { results: { suppressions?: unknown[] }[] }[]
    }
    const schema: unknown = createRequire(import.meta.url)(
      '@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json',
    )
    const ajv = new Ajv.default({ strict: false, allErrors: true, unicodeRegExp: false })
    addFormats.default(ajv)
    const validate = ajv.compile(schema as object)
    validate(log)
    expect(validate.errors).toBeNull()
    expect(log.runs[0]?.results.length).toBe(findings().length + waived().length)
    expect(validate({ ...log, version: '9' })).toBe(false)
  })

  it('html: a page a unit, every finding on it, no script, nothing from outside', async () => {
    for (const unit of report.units) {
      const page = await written(`units/${unit.id}.html`)
      for (const finding of unit.findings) expect(page).toContain(finding.fingerprint)
      for (const { item } of unit.items) expect(page).toContain(`>${item}<`)
      expect(page).not.toMatch(/<script|<link |@import|url\(|<img/i)
    }
    const overview = await written('index.html')
    for (const unit of report.units) expect(overview).toContain(`href="units/${unit.id}.html"`)
  })

  it('text: a row a unit', async () => {
    const text = await written('report.txt')
    for (const unit of report.units) expect(text).toContain(unit.name)
  })
})

describe('a waived finding', () => {
  it('json: stands apart, and its verdict is neither failed nor passed', () => {
    expect(waived().map(({ finding, waiver }) => [finding.unit, finding.check, waiver.id])).toEqual([
      ['beigang', 'dead-link', 'waiver-waived'],
    ])
    expect(report.totals.waived).toBe(1)
    const beigang = report.units.find((unit) => unit.id === 'beigang')
    const item = beigang?.items.find((one) => one.item === '4.4')
    expect(item?.outcomes.failed).toBe(0)
    expect(beigang?.unsettled.filter((one) => one.item === '4.4' && one.check === 'dead-link')).toEqual([])
  })

  it('json: counts again when the waiver has ended, and says so', () => {
    const lapsed = findings().filter((one) => one.lapsed !== null)
    expect(lapsed.map((one) => [one.unit, one.lapsed?.id, one.lapsed?.why])).toEqual([
      ['jinshui', 'waiver-waiver-ended', 'ended'],
    ])
  })

  it('html: is struck through, and a lapsed waiver is told', async () => {
    const page = await written('units/beigang.html')
    const [one] = waived()
    expect(page).toContain(`<s>${one?.finding.text.zh}</s>`)
    expect(page).toContain('市政府办公厅批准，至 2026-12-31')
    expect(await written('units/jinshui.html')).toContain('已到期，照常计分')
    expect(await written('index.html')).toContain('豁免 waived')
  })

  it('csv: stands in a file of its own', async () => {
    const rows = parse(await written('waived.csv'), { bom: true }) as string[][]
    expect(rows.slice(1).map((row) => row.at(-1))).toEqual(waived().map((one) => one.finding.fingerprint))
    expect(await written('findings.csv')).not.toContain(waived()[0]?.finding.fingerprint)
  })

  it('junit: is skipped; sarif: is suppressed; text: is counted', async () => {
    expect(await written('junit.xml')).toContain('<skipped message="豁免 waived waiver-waived:')
    const log = JSON.parse(await written('report.sarif')) as {
      runs: { results: { suppressions?: { justification: string }[] }[] }[]
    }
    const suppressed = log.runs[0]?.results.filter((one) => one.suppressions !== undefined)
    expect(suppressed?.map((one) => one.suppressions?.[0]?.justification)).toEqual([
      'waiver-waived: 机构职能调整，栏目待并入新单位（市政府办公厅，至 / until 2026-12-31）',
    ])
    expect(await written('report.txt')).toContain('豁免 1 个')
  })

  it('explain: is explained like any other', async () => {
    const ended = await portalAudit('explain', waived()[0]?.finding.fingerprint ?? '', '-c', space.config)
    expect([ended.code, ended.out]).toEqual([
      0,
      expect.stringContaining(waived()[0]?.finding.measured ?? '?'),
    ])
  })
})
