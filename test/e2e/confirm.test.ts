import { hash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { audit } from '../../src/app/audit.ts'
import { type Config, loadConfig } from '../../src/app/config.ts'
import { confirm } from '../../src/app/confirm.ts'
import type { Edges } from '../../src/app/edges.ts'
import { explain } from '../../src/app/explain.ts'
import { parseCircularPeriod } from '../../src/core/circular-period.ts'
import type { AuditReport } from '../../src/report/audit-report.ts'
import { openPeriodStore, openStore } from '../../src/store/open-store.ts'
import { seenIn } from '../store/period-examples.ts'
import { type CityWorkspace, cityWorkspace } from '../support/city-workspace.ts'
import { portalAudit } from '../support/command-line.ts'

let space: CityWorkspace
let config: Config
/** Where the clock stands. */
let now = 0

const at = (time: string): number => Date.parse(`${time.replace(' ', 'T')}:00+08:00`)
const edges: Edges = { now: () => now, hex: (digits) => 'c0ffee'.repeat(4).slice(0, digits) }
const onProgress = (): void => undefined

/** 西陵区 answers 503 for ever, 白沙区 404 once: both at item 2.3. */
const suspects = (report: AuditReport) =>
  report.suspects.map((one) => `${one.state} ${one.cause} ${one.answers.filter((a) => a.counts).length}`)

const deadLinks = (report: AuditReport) =>
  report.units.flatMap((unit) => unit.findings).filter((one) => one.check === 'dead-link')

const confirmAt = (time: string) => {
  now = at(time)
  return confirm({ config, run: null, edges, onProgress })
}

beforeAll(async () => {
  space = await cityWorkspace()
  config = loadConfig({ file: space.config, environment: {}, flags: { asOf: space.asOf } })
  now = at('2026-11-16 22:00')
  const scope = { units: ['西陵区', '白沙区', '枫台区'], items: ['2.3'] }
  const { report } = await audit({ config, scope, resume: false, edges, onProgress })
  expect(suspects(report)).toEqual(['open 200 2', 'open 503 1'])
  expect(deadLinks(report)).toEqual([])
}, 60_000)

afterAll(() => space.close())

describe('audit --confirm', () => {
  it('asks nothing before the time has come, and says when that is', async () => {
    const before = space.city.requests().length
    const early = await confirmAt('2026-11-16 22:10')
    expect(early.asked).toBe(0)
    expect(space.city.requests().length).toBe(before)
    expect(early.report.suspects.map((one) => one.next)).toEqual(['2026-11-16 22:30', '2026-11-16 23:00'])
  })

  it('clears what has passed, and accuses what persists once the ladder is climbed, not before', async () => {
    const second = await confirmAt('2026-11-17 10:00')
    expect(second.asked).toBe(2)
    expect(suspects(second.report)).toEqual(['cleared 200 3', 'open 503 2'])
    expect(deadLinks(second.report)).toEqual([])
    const first = second.report.suspects[1]
    expect(first?.missing?.en).toBe('still needs 1 more days')

    const third = await confirmAt('2026-11-18 08:00')
    expect(third.asked).toBe(1)
    expect(suspects(third.report)).toEqual(['cleared 200 3', 'confirmed 503 3'])
    const found = deadLinks(third.report)
    expect(found.map((one) => one.unitName)).toEqual(['西陵区'])
    expect(found[0]?.text.zh).toContain('2026-11-16 22:00 至 2026-11-18 08:00')

    const explanation = await explain(config, found[0]?.fingerprint ?? '', 'latest')
    expect(explanation.ladder?.answers.map((one) => `${one.at} ${one.counts}`)).toEqual([
      '2026-11-16 22:00 true',
      '2026-11-17 10:00 true',
      '2026-11-18 08:00 true',
    ])
    expect((await confirmAt('2026-11-19 10:00')).asked).toBe(0)
  })

  it('only adds to what was observed, and judges the same without the network', async () => {
    const store = await openStore(config.store)
    const [run] = await store.runs()
    const observations = await store.observations(run?.id ?? '')
    await store.close()
    expect(run?.state).toBe('complete')
    const again = observations.filter((one) => one.purpose === 'confirmation')
    expect(again.map((one) => one.id.split(' ').slice(0, 2).join(' ')).sort()).toEqual([
      'confirmation 1',
      'confirmation 1',
      'confirmation 2',
    ])
    const judged = await portalAudit('judge', '-c', space.config, '--json', '--quiet')
    expect(deadLinks(JSON.parse(judged.out) as AuditReport)).toHaveLength(1)
  })

  it('leaves a run alone whose results are sealed', async () => {
    const period = parseCircularPeriod('2026-11')
    if (period === null) throw new Error('no period')
    const bytes = new TextEncoder().encode('{}')
    const digest = hash('sha256', bytes)
    const [run] = await openStore(config.store).then((store) => store.runs().finally(() => store.close()))
    const store = await openPeriodStore(config.store)
    const sealing = {
      period,
      edition: 1,
      run: run?.id ?? '',
      sealedAt: now,
      sealedBy: '办公厅',
      reason: '',
      document: digest,
      chain: digest,
    }
    const rows = { sealing, document: { digest, bytes }, cases: [], events: [] }
    await store.seal(rows, await seenIn(store))
    await store.close()
    await expect(confirmAt('2026-11-20 10:00')).rejects.toThrow('is sealed (2026-11)')
  })

  it('says what cannot be confirmed', async () => {
    for (const [args, words] of [
      [['--confirm', '--unit', '西陵区'], '--confirm'],
      [['--run', 'x'], '--confirm only'],
      [['--confirm', '--run', 'x'], 'no run x'],
    ] as const) {
      const ended = await portalAudit('audit', '-c', space.config, ...args)
      expect(ended.code).toBe(64)
      expect(ended.err).toContain(words)
    }
  })
})
