import { cp, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { stringify } from 'csv-stringify/sync'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildCity } from '../../fixtures/city/build-city.ts'
import type { AuditReport } from '../../src/report/audit-report.ts'
import { openStore } from '../../src/store/open-store.ts'
import { portalAudit } from '../support/command-line.ts'
import { type LoopbackServer, page, startServer } from '../support/server.ts'
import { type Workspace, workspace } from '../support/workspace.ts'

type Row = readonly [title: string, day: string]

const QUARTERS: readonly Row[] = [
  ['2026年第二季度财政收支情况', '2026-07-20'],
  ['2026年第一季度财政收支情况', '2026-04-20'],
  ['2025年第四季度财政收支情况', '2026-01-20'],
  ['2023年第四季度财政收支情况', '2024-01-25'],
  ['2023年第三季度财政收支情况', '2023-10-20'],
]
const report = (year: number, day: string): Row => [`${year}年政府信息公开工作年度报告`, day]

/** What stands at each column, whichever day is judged. */
const COLUMNS: Readonly<Record<string, readonly Row[]>> = {
  'jiangwan 1.1': [
    ['我区召开工作会议', '2026-10-17'],
    ['我区启动便民行动', '2024-02-15'],
    ['我区开展安全检查', '2024-02-01'],
  ],
  'jiangwan 2.9': QUARTERS,
  'linhai 2.9': QUARTERS,
  'jiangwan 2.2': [report(2022, '2023-03-15'), report(2021, '2022-03-20')],
  'czj 2.2': [report(2025, '2026-01-19'), report(2022, '2023-01-10'), report(2021, '2022-01-12')],
  'mzj 2.18': [
    ['经常性捐赠款物使用情况', '2026-04-30'],
    ['救助站接收捐赠情况', '2023-08-29'],
    ['社会捐赠情况公告', '2023-02-10'],
  ],
}

const EVENTS = [
  ['campaign', 'mzj', '2.18', 'campaign-end', '“帮困送温暖”募捐活动', '2026-07-31'],
  ['budget', 'jiangwan', '2.9', 'budget-approval', '2026年预算调整方案', '2026-09-30'],
  ['late-budget', 'linhai', '2.9', 'budget-approval', '2026年预算调整方案', '2026-12-10'],
]

/**
 * Worked out by hand. The report of the third quarter is due on 31 October, so is the campaign’s; 20 working days from 30
 * September, with 8 days of holidays and 10 October worked, end on 3 November; 14 days before 29 February is 15 February; six
 * months before 29 February is 29 August, before 31 October and 30 October alike 30 April; departments owe their yearly report
 * by 31 January, districts by 31 March; 20 working days from 10 December 2026 end in a year whose holidays nobody has announced.
 */
const DAYS = ['2024-02-29', '2026-10-30', '2026-10-31', '2026-11-01', '2027-01-20'] as const
const TABLE: readonly (readonly [rule: string, unit: string, ...outcomes: string[]])[] = [
  ['stale-news', 'jiangwan', 'passed', 'passed', 'passed', 'failed', 'failed'],
  ['stale-half-year', 'mzj', 'passed', 'passed', 'passed', 'failed', 'failed'],
  ['report-quarterly', 'jiangwan', 'passed', 'passed', 'passed', 'failed', 'failed'],
  ['annual-report', 'czj', 'failed', 'passed', 'passed', 'passed', 'passed'],
  ['annual-report', 'jiangwan', 'passed', 'failed', 'failed', 'failed', 'failed'],
  ['campaign-disclosure', 'mzj', 'inapplicable', 'passed', 'passed', 'failed', 'failed'],
  ['budget-disclosure', 'jiangwan', 'inapplicable', 'passed', 'passed', 'passed', 'failed'],
  ['budget-disclosure', 'linhai', 'inapplicable', 'inapplicable', 'inapplicable', 'inapplicable', 'cantTell'],
]

const listOf = (rows: readonly Row[]): string =>
  `<html><head><title>栏目</title></head><body><ul class="list">${rows
    .map(([title, day], at) => `<li><a href="/entry/${at}.html">${title}</a><span>${day}</span></li>`)
    .join('')}</ul></body></html>`

const pathOf = (place: string): string => `/${place.replace(' ', '/')}/`
const csv = (rows: readonly (readonly string[])[]): string => stringify(rows.map((row) => [...row]))
const headOf = (text = ''): string => `${text.split('\n')[0]}\n`

let server: LoopbackServer
let space: Workspace
let config: string

beforeAll(async () => {
  server = await startServer((request, response, at) => {
    const place = Object.keys(COLUMNS).find((one) => pathOf(one) === request.url)
    const text =
      place === undefined ? `<h1>工作</h1><p>${'内容'.repeat(200)}</p>` : listOf(COLUMNS[place] ?? [])
    return page(text)(request, response, at)
  })
  space = await workspace()
  const rules = join(import.meta.dirname, '../../rules')
  await cp(rules, space.path('rules'), { recursive: true })
  const section = 'rules/portal-content/2-disclosure.yaml'
  const policy = await readFile(space.path(section), 'utf8')
  await space.write(section, policy.replace('within: P20D', 'within: 20 workdays'))
  const { registry } = buildCity()
  for (const name of ['services.csv', 'notices.csv', 'waivers.csv'])
    await space.write(`registry/${name}`, headOf(registry[name]))
  await space.write('registry/units.csv', registry['units.csv'] ?? '')
  const columns = Object.keys(COLUMNS).map((place) => {
    const [unit = '', item = ''] = place.split(' ')
    return [`${unit}-${item}`, unit, item, '栏目', 'submitted', '', `http://site.gov.example${pathOf(place)}`]
  })
  await space.write('registry/columns.csv', headOf(registry['columns.csv']) + csv(columns))
  const events = EVENTS.map(([id = '', unit = '', item = '', kind = '', name = '', on = '']) => [
    id,
    unit,
    item,
    kind,
    name,
    '',
    on,
    '',
  ])
  await space.write('registry/events.csv', headOf(registry['events.csv']) + csv(events))
  config = await space.write(
    'audit.yaml',
    `city: 云川市
registry: registry
pack: rules/portal-content
store: store.sqlite
out: reports
fetch:
  contact: test@yunchuan.gov.example
  perHost: { connections: 8, gapMilliseconds: 0 }
  resolve: ['*.gov.example=127.0.0.1:${server.port}']
`,
  )
})

afterAll(async () => {
  await server.close()
  await space.remove()
})

describe.each(DAYS.map((day, at) => [day, at] as const))('an audit as of %s', (asOf, at) => {
  it('judges as the table worked out by hand says', async () => {
    const scope = ['jiangwan', 'linhai', 'czj', 'mzj'].flatMap((unit) => ['--unit', unit])
    const items = ['1.1', '2.2', '2.9', '2.18'].flatMap((item) => ['--item', item])
    const ended = await portalAudit('audit', '-c', config, '--as-of', asOf, '--json', ...scope, ...items)
    expect(ended.err).not.toContain('error')
    const { run } = JSON.parse(ended.out) as AuditReport
    const store = await openStore(space.path('store.sqlite'))
    const verdicts = await store.verdicts(run.id)
    await store.close()
    const told = TABLE.map(([rule, unit]) => {
      const found = verdicts.find((one) => one.rule === rule && one.unit === unit)
      return `${rule} ${unit} ${found?.outcome}`
    })
    expect(told).toEqual(TABLE.map(([rule, unit, ...outcomes]) => `${rule} ${unit} ${outcomes[at]}`))
    if (asOf !== '2027-01-20') return
    const late = verdicts.find((one) => one.rule === 'budget-disclosure' && one.unit === 'linhai')
    expect(late?.reason?.message).toBe('beyond-calendar')
  })
})
