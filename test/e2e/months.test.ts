import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type DemoMonths, type DemoStep, demoMonths } from '../../src/app/demo-months.ts'
import { type Edges, systemEdges } from '../../src/app/edges.ts'
import { history } from '../../src/app/history.ts'
import { packageRoot } from '../../src/app/package-root.ts'
import { seal } from '../../src/app/seal.ts'
import { periodNamed } from '../../src/app/sealed-periods.ts'
import type { FindingReport } from '../../src/report/audit-report.ts'
import type { Circular } from '../../src/report/circular/circular-shape.ts'
import { wholeLedger } from '../../src/report/whole-ledger.ts'
import { FINISHED_RUNS, lockWork } from '../../src/store/work-lock.ts'
import { portalAudit } from '../support/command-line.ts'
import { signalled } from '../support/killed.ts'
import { counted, periodQueries } from '../support/period-queries.ts'
import { plainRules } from '../support/scores-by-hand.ts'
import { type Workspace, workspace } from '../support/workspace.ts'
import { decidingMeanwhile } from './deciding-meanwhile.ts'
import { extremesOf, middleOf, passes, passRateOf, rankOf } from './figures-by-hand.ts'

const RULES = plainRules(join(packageRoot(), 'rules', 'portal-content'))
const PERIODS = ['2026-09', '2026-10', '2026-11']

let space: Workspace
let ended: DemoMonths
let database: Database.Database
let queries: ReturnType<typeof periodQueries>
const steps: DemoStep[] = []

beforeAll(async () => {
  space = await workspace()
  ended = await demoMonths({
    directory: space.directory,
    months: 3,
    language: 'zh',
    formats: ['json', 'html'],
    edges: systemEdges,
    onProgress: () => {},
    onStep: (step) => steps.push(step),
  })
  database = new Database(space.path('portal-audit.sqlite'), { readonly: true })
  queries = periodQueries(database)
}, 600_000)
afterAll(async () => {
  database?.close()
  await space.remove()
})

const config = (): string => ended.config.file ?? ''

const circularOf = (period: string): Circular =>
  JSON.parse(readFileSync(join(ended.config.out, period, 'circular.json'), 'utf8')) as Circular

const rows = <Row>(sql: string, ...values: readonly unknown[]): readonly Row[] =>
  queries.rows<Row>(sql, ...values)
const runOf = (period: string): string => queries.runOf(period)
const findingsOf = (period: string) => queries.findingsOf(period)
const scoresOf = (period: string) => queries.scoresOf(period, RULES)

describe('three months', () => {
  it('leave a circular, every unit’s sheet, a workbook and a page of trends', () => {
    expect(ended.sealed.map((one) => one.sealing.period)).toEqual(PERIODS)
    for (const period of PERIODS) {
      expect(readFileSync(join(ended.config.out, period, 'circular.html'), 'utf8')).toContain('通报')
      const book = readFileSync(join(ended.config.out, period, '问题清单.xlsx'))
      expect(book.subarray(0, 2).toString()).toBe('PK')
      for (const { unit } of circularOf(period).ranking)
        expect(readFileSync(join(ended.config.out, period, 'sheets', `${unit}.html`), 'utf8')).toContain(
          '监管工作提示单',
        )
    }
    const page = readFileSync(ended.page, 'utf8')
    for (const period of PERIODS) expect(page).toContain(period)
    expect(page).toContain('<svg')
  })

  it('show every case in the page of trends, those that ended long ago too', async () => {
    const { documents, sealings } = await history(ended.config)
    const ids = rows<{ id: string }>('select id from rectification_case order by id').map((one) => one.id)
    expect(wholeLedger(documents).map((one) => one.id)).toEqual(ids)
    expect(sealings.every((one) => one.isSound)).toBe(true)
  })

  it('see faults appear, mended, and come back', () => {
    const [first, second, third] = PERIODS.map(
      (period) => new Set(findingsOf(period).stand.map((one) => one.fingerprint)),
    )
    const count = (fits: (print: string) => boolean): number =>
      [...new Set([...(first ?? []), ...(second ?? []), ...(third ?? [])])].filter(fits).length
    const is = (set: Set<string> | undefined, print: string): boolean => set?.has(print) === true
    expect(count((one) => !is(first, one) && is(second, one))).toBeGreaterThan(3)
    expect(count((one) => is(first, one) && !is(second, one) && !is(third, one))).toBeGreaterThan(3)
    expect(count((one) => is(first, one) && !is(second, one) && is(third, one))).toBeGreaterThan(3)
  })

  it('have one run that was unreliable and could not be sealed', () => {
    const states = rows<{ state: string }>("select state from run where kind = 'audit' order by started_at")
    expect(states.map((one) => one.state)).toEqual(['complete', 'unreliable', 'complete', 'complete'])
    expect(steps.some(({ text }) => text.includes('unreliable') && text.includes('不能封存'))).toBe(true)
  })

  it('have appeals, one upheld and one rejected each month', () => {
    const decided = rows<{ step: string }>('select step from case_event')
      .map((one) => JSON.parse(one.step) as { kind: string; upheld?: boolean })
      .filter((one) => one.kind === 'decided')
    expect(decided.filter((one) => one.upheld === true)).toHaveLength(3)
    expect(decided.filter((one) => one.upheld === false)).toHaveLength(3)
  })
})

describe.each(PERIODS)('the circular of %s', (period) => {
  it('counts the findings that stand in the store', () => {
    const { stand, out } = findingsOf(period)
    const { scope, list, problems } = circularOf(period)
    expect(scope.findings).toBe(stand.length)
    expect(scope.faults).toBe(new Set(stand.map((one) => one.fault)).size)
    expect(scope.dismissed).toBe(out.filter((one) => one === 'dismissed').length)
    expect(scope.deferred).toBe(out.filter((one) => one === 'deferred').length)
    expect(list.map((one) => one.fingerprint).sort()).toEqual(stand.map((one) => one.fingerprint).sort())
    expect(Object.fromEntries(problems.map((one) => [one.check, one.findings]))).toEqual(
      counted(stand.map((one) => one.check_id)),
    )
    for (const { check, units } of problems)
      expect(Object.fromEntries(units.map((one) => [one.unit, one.findings]))).toEqual(
        counted(stand.filter((one) => one.check_id === check).map((one) => one.unit_id)),
      )
  })

  it('counts units, duties and coverage as the store has them', () => {
    const { scope } = circularOf(period)
    const outcomes = counted(
      rows<{ outcome: string }>('select outcome from verdict where run_id = ?', runOf(period)).map(
        (one) => one.outcome,
      ),
    )
    const { passed = 0, failed = 0, cantTell = 0, untested = 0 } = outcomes
    const due = passed + failed + cantTell + untested
    const deferred = scope.deferred
    expect(scope.coverage).toBeCloseTo((passed + failed - deferred) / due, 3)
    const units = rows<{ unit_id: string }>(
      'select distinct unit_id from verdict where run_id = ?',
      runOf(period),
    )
    expect(scope.units).toBe(units.length)
  })

  it('scores every unit as its verdicts in the store and the rules’ YAML have it', () => {
    const own = scoresOf(period)
    const { ranking } = circularOf(period)
    expect(own.length).toBeGreaterThan(40)
    expect(new Set(own.map((one) => one.score)).size).toBeGreaterThan(10)
    const printed = ranking.map(({ unit, score, coverage }) => [unit, score, coverage])
    expect(printed.sort()).toEqual(own.map(({ unit, score, coverage }) => [unit, score, coverage]).sort())
  })

  it('reckons averages, ranks and rates from these scores', () => {
    const own = scoresOf(period)
    const before = scoresOf(PERIODS[PERIODS.indexOf(period) - 1] ?? '')
    const { scores, ranking, passing, grades, scope, ...circular } = circularOf(period)
    expect(scores).toEqual({ ...middleOf(own), ...extremesOf(own) })
    const ranks = rankOf(own)
    const earlier = rankOf(before)
    const scoreBefore = new Map(before.map((one) => [one.unit, one.score]))
    for (const { unit, score, ...line } of ranking) {
      const then = scoreBefore.get(unit)
      const change = then === undefined ? null : Math.round((score - then) * 100) / 100
      expect(line).toMatchObject({ rank: ranks(unit), previousRank: earlier(unit), change })
    }
    expect([scope.ranked, passing.now.ranked]).toEqual([own.length, own.length])
    expect(grades.reduce((sum, one) => sum + one.units, 0)).toBe(own.length)
    expect(passing.now).toEqual(passRateOf(own, RULES.passMark))
    const failing = own.filter((one) => !passes(one, RULES.passMark)).map((one) => one.unit)
    expect(passing.failing.map((one) => one.unit).sort()).toEqual(failing.sort())
    for (const { kind, units, now } of passing.byKind) {
      const ofKind = ranking.filter((one) => one.kind === kind).map((one) => one.unit)
      expect(now).toEqual(
        passRateOf(
          own.filter((one) => ofKind.includes(one.unit)),
          RULES.passMark,
        ),
      )
      expect(units).toBeGreaterThanOrEqual(ofKind.length)
    }
    if (before.length === 0) expect(circular.before).toBeNull()
    else
      expect(circular.before).toMatchObject({
        ...middleOf(before),
        passing: passRateOf(before, RULES.passMark),
      })
  })

  it('says where the cases of earlier circulars stand, as their histories do', () => {
    const at = PERIODS.indexOf(period)
    const { recheck } = circularOf(period)
    const sealedAt = Number(
      rows<{ sealed_at: number }>('select sealed_at from sealing where period = ?', period)[0]?.sealed_at,
    )
    const before = PERIODS[at - 1]
    if (before === undefined) {
      expect(recheck).toEqual({ last: null, older: null })
      return
    }
    const {
      fixed = 0,
      notFixed = 0,
      notRechecked = 0,
      appealed = 0,
      withdrawn = 0,
    } = queries.standingsOf(before, sealedAt)
    expect(recheck.last).toMatchObject({ fixed, notFixed, notRechecked, appealed, withdrawn })
    expect(recheck.last?.cases).toBe(fixed + notFixed + notRechecked + appealed)
    expect(fixed).toBeGreaterThan(0)
    expect(notFixed).toBeGreaterThan(0)
  })

  it('opened a case for every finding that had none', () => {
    const opened = rows<{ fingerprint: string }>(
      'select fingerprint from rectification_case where period = ?',
      period,
    ).map((one) => one.fingerprint)
    const stand = new Set(findingsOf(period).stand.map((one) => one.fingerprint))
    expect(opened.every((one) => stand.has(one))).toBe(true)
    const withCase = new Set(
      rows<{ fingerprint: string }>(
        'select fingerprint from rectification_case where period <= ?',
        period,
      ).map((one) => one.fingerprint),
    )
    expect([...stand].filter((one) => !withCase.has(one))).toEqual([])
  })
})

describe('after the last month', () => {
  const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')
  const unescaped = (html: string): string =>
    html
      .replaceAll(/<[^>]+>/g, '')
      .replaceAll('&quot;', '"')
      .replaceAll('&#x3D;', '=')
      .replaceAll('&#x27;', "'")
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&amp;', '&')

  it('anybody can reckon a finding’s evidence again from its page alone', async () => {
    const { fingerprint = '' } = circularOf('2026-11').list[0] ?? {}
    const file = space.path('evidence.html')
    const told = await portalAudit(
      'evidence',
      fingerprint,
      '--period',
      '2026-11',
      '-c',
      config(),
      '--out',
      file,
    )
    expect([told.code, told.err]).toEqual([0, ''])
    const page = readFileSync(file, 'utf8')
    expect(page).not.toMatch(/<(?:script|img|iframe|link|object)\b/)
    expect(page).toContain("default-src 'none'")
    const lines = page.split(/\n/).map(unescaped)
    const records = lines.flatMap((line) => /\{"address":.*"run":"[^"]+"\}/.exec(line)?.[0] ?? [])
    expect(records.length).toBeGreaterThan(0)
    const digests = [...new Set(records.map(sha256))].sort()
    for (const digest of digests) expect(page).toContain(digest)
    const evidence = sha256(digests.map((one) => `${one}\n`).join(''))
    expect(page).toContain(evidence)
    const sealed = ended.sealed.at(-1)?.document
    expect(sealed?.evidence?.[fingerprint]).toBe(evidence)
    let chain = ''
    for (const one of rows<{ document: string; period: string; edition: number }>(
      'select document, period, edition from sealing order by position',
    )) {
      chain = sha256([chain, one.document, one.period, one.edition].join('\n'))
      expect(page).toContain(chain)
    }
  })

  it('says which unit would be told, and sends nothing', async () => {
    const told = await portalAudit('notify', '--period', '2026-11', '--json', '-c', config())
    expect(told.code).toBe(0)
    expect(told.out).toContain('site@')
    expect(rows<{ n: number }>('select count(*) as n from mail')[0]?.n).toBe(0)
  })

  it('what is sealed cannot be sealed over, and an erratum names what it replaces', async () => {
    const again = await portalAudit('seal', '--period', '2026-11', '--by', '张三', '-c', config())
    expect([again.code, again.out]).toEqual([64, ''])
    expect(again.err).toContain('--erratum')
    const args = [
      'seal',
      '--period',
      '2026-11',
      '--by',
      '张三',
      '--erratum',
      '误判一处',
      '--json',
      '-c',
      config(),
    ]
    const erratum = await portalAudit(...args)
    expect(erratum.code).toBe(0)
    expect(JSON.parse(erratum.out)).toMatchObject({
      edition: 2,
      replaces: { edition: 1, document: ended.sealed.at(-1)?.sealing.document, reason: '误判一处' },
    })
    expect((await portalAudit('history', '-c', config())).code).toBe(0)
  })
})

describe('a sealing while others are at work', () => {
  const sealings = (): number => rows('select period from sealing').length
  const erratum = (edges: Edges) => {
    const request = { period: periodNamed('2026-11'), by: '张三', accepted: null, erratum: '误判一处' }
    return seal(ended.config, { ...request, run: runOf('2026-11') }, edges)
  }
  const [first, second] = [0, 1]
  /** Findings that stand, minor ones left out. */
  const serious = (at: number): FindingReport => {
    const units = ended.sealed.at(-1)?.document.report.units ?? []
    const found = units.flatMap((unit) => unit.findings).filter((one) => one.severity !== 'minor')[at]
    if (found === undefined) throw new Error('too few findings')
    return found
  }

  it('takes in what is decided after the run was judged, also while an audit goes on', async () => {
    const finding = serious(first)
    const lock = lockWork(ended.config.store, 'audit')
    const edges = decidingMeanwhile(ended.config.store, runOf('2026-11'), finding, 1)
    const { document } = await erratum(edges).finally(() => lock.release())
    const unit = document.report.units.find((one) => one.id === finding.unit)
    expect(unit?.findings.map((one) => one.fingerprint)).not.toContain(finding.fingerprint)
    expect(unit?.setAside.map((one) => one.finding.fingerprint)).toContain(finding.fingerprint)
  })

  it('is not made when people go on deciding', async () => {
    const before = sealings()
    const edges = decidingMeanwhile(ended.config.store, runOf('2026-11'), serious(second), 100)
    await expect(erratum(edges)).rejects.toMatchObject({
      exitCode: 75,
      message: expect.stringMatching(/不断有人复核.*try again/),
    })
    expect(sealings()).toBe(before)
  })

  it.each<[string, readonly string[]]>([
    ['a second sealing', ['seal', '--period', '2026-11', '--by', '张三', '--erratum', '误判']],
    ['audit --confirm', ['audit', '--confirm']],
    ['history prune', ['history', 'prune']],
  ])('does not go together with %s', async (_, args) => {
    const lock = lockWork(ended.config.store, FINISHED_RUNS)
    await space.write('prune.yaml', readFileSync(config(), 'utf8').concat('\nretention: { runs: P6M }\n'))
    const refused = await portalAudit(...args, '-c', space.path('prune.yaml')).finally(() => lock.release())
    expect([refused.code, refused.out]).toEqual([73, ''])
    expect(refused.err).toContain('another portal-audit is at work on this database')
  })
})

describe('killed at any moment', () => {
  /** Milliseconds after the start: while modules are loaded, while the run is judged, while it is written, after the end. */
  const MOMENTS = [150, 700, 1500, 2600, 4000]
  const killedAfter = (moment: number, args: readonly string[]) => {
    const begun = Date.now()
    return signalled('SIGKILL', () => Date.now() - begun >= moment, [...args, '-c', config()])
  }
  const count = (table: string): number =>
    rows<{ n: number }>(`select count(*) as n from ${table}`)[0]?.n ?? -1

  it.each(MOMENTS)('a sealing is there whole or not at all: after %d ms', async (moment) => {
    const before = count('sealing')
    const bodies = count('body')
    const args = ['seal', '--period', '2026-11', '--by', '张三', '--erratum', `更正 ${moment}`]
    const { code } = await killedAfter(moment, args)
    const added = count('sealing') - before
    expect(code === 0 ? added === 1 : added === 0 || added === 1).toBe(true)
    expect(count('body') - bodies).toBe(added)
    expect(rows('pragma integrity_check')).toEqual([{ integrity_check: 'ok' }])
    expect((await portalAudit('history', '-c', config())).code).toBe(0)
  })

  it.each(MOMENTS)('decisions are there all or none: after %d ms', async (moment) => {
    const before = count('review')
    const args = [
      'review',
      'defer',
      '--severity',
      'minor',
      '--by',
      '李四',
      '--reason',
      `第 ${moment} 次`,
      '--replace',
    ]
    const { code } = await killedAfter(moment, args)
    const added = count('review') - before
    const minor = circularOf('2026-11').list.filter((one) => one.severity === 'minor').length
    expect(code === 0 ? [minor] : [0, minor]).toContain(added)
  })

  it.each(MOMENTS)('a circular is there whole or not at all: after %d ms', async (moment) => {
    const out = space.path(`killed-${moment}`)
    await killedAfter(moment, ['circular', '--period', '2026-11', '--format', 'html,json', '--out', out])
    const [html, json] = ['html', 'json'].map((ending) => join(out, '2026-11', `circular.${ending}`))
    for (const file of [html, json].filter((one) => one !== undefined && existsSync(one)))
      expect(readFileSync(file ?? '', 'utf8').trimEnd()).toMatch(/(?:<\/html>|\})$/)
  })
})
