import { randomBytes } from 'node:crypto'
import { statSync } from 'node:fs'
import Database from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { loadConfig } from '../../src/app/config.ts'
import { history } from '../../src/app/history.ts'
import type { Pruned } from '../../src/app/prune.ts'
import { chainOf } from '../../src/app/seal.ts'
import type { Address } from '../../src/core/address.ts'
import { openCrawlStore, openPeriodStore, openPruneStore, openStore } from '../../src/store/open-store.ts'
import { lockWork } from '../../src/store/work-lock.ts'
import { caseOf, periodOf } from '../period/examples.ts'
import { finding, reportOf, sealedOf } from '../report/workbook/examples.ts'
import { portalAudit } from '../support/command-line.ts'
import { type Workspace, workspace } from '../support/workspace.ts'
import { body, failedVerdict, observation, runStart } from './examples.ts'
import { seenIn } from './period-examples.ts'

const at = (day: string): number => Date.parse(`${day}T10:00:00+08:00`)

const PAGES = ['a', 'b', 'c'].map((name) => body(`网页 ${name} ${'内容'.repeat(400)}`))
const SHARED = body('各次检查共有的网页')
const UNITS = { 'units.csv': 'id\n', 'columns.csv': 'id\n' }
const START = 'http://www.yunchuan.gov.example/' as Address

/** Runs by name, the day of each, its state, and the page that only it saw. */
const RUNS = [
  ['stale', '2026-01-10', 'audit', 0],
  ['baseline', '2026-02-10', 'audit', 1],
  ['sealed', '2026-03-10', 'audit', 2],
  ['rechecked', '2026-03-20', 'recheck', null],
  ['forgotten', '2026-03-21', 'recheck', null],
  ['reviewed', '2026-04-10', 'audit', null],
  ['newest', '2026-11-10', 'audit', null],
] as const

let space: Workspace
let file: string
let config: string

async function makeRuns(): Promise<void> {
  const store = await openStore(file)
  for (const [id, day, kind, page] of RUNS) {
    const registryFiles = { ...UNITS, 'units.csv': `id\n${id}\n` }
    await store.startRun(runStart(id, { startedAt: at(day), kind, registryFiles }))
    const own = page === null ? null : (PAGES[page] ?? null)
    const seen = [observation('shared', SHARED), observation('own', own)]
    await store.addObservations(id, seen, own === null ? [SHARED] : [SHARED, own])
    await store.replaceVerdicts(id, [failedVerdict('shared'), failedVerdict('own', 'other-rule')])
    await store.finishRun(id, 'complete', at(day))
  }
  await store.close()
}

async function sealAndReview(): Promise<void> {
  const store = await openPeriodStore(file)
  const period = periodOf('2026-03')
  const sealed = { ...sealedOf(reportOf([finding(1)])), period, edition: 1 }
  const document = body(JSON.stringify(sealed))
  const chain = chainOf('', document.digest, period, 1)
  const sealing = {
    period,
    edition: 1,
    run: 'sealed',
    sealedAt: at('2026-03-15'),
    sealedBy: '张三',
    reason: '',
  }
  const one = caseOf('f1')
  const step = { kind: 'rechecked', result: 'notFixed', run: 'rechecked' } as const
  await store.seal(
    {
      sealing: { ...sealing, document: document.digest, chain },
      document,
      cases: [one],
      events: [{ case: one.id, number: 1, at: at('2026-03-20'), by: 'portal-audit', step }],
    },
    await seenIn(store),
  )
  await store.addReviews([
    {
      run: 'reviewed',
      fingerprint: 'f1',
      number: 1,
      decision: 'confirmed',
      reviewer: '李四',
      reason: '',
      measured: 'aa',
      at: at('2026-04-11'),
    },
  ])
  await store.close()
}

async function makeCrawls(): Promise<void> {
  const store = await openCrawlStore(file)
  const content = new TextEncoder().encode('页面')
  const reply = { status: 200, duration: 1, attempts: 1 }
  for (const [day, sameAs] of [
    ['2026-01-01', 0],
    ['2026-02-01', 0],
    ['2026-03-01', 1],
    ['2026-11-01', 2],
  ] as const) {
    const crawl = await store.begin({ start: START, startedAt: at(day), scope: '{}', token: 'x' })
    const [number, observedAt] = [1, at(day)]
    const whole = {
      number,
      purpose: 'visit',
      observedAt,
      reply,
      links: null,
      content,
      fragments: null,
    } as const
    const unchanged = { number, observedAt, duration: 1, attempts: 1, isWell: false, sameAs }
    await store.add(crawl, {
      addresses: [{ number, address: START }],
      answers: sameAs === 0 ? [whole] : [],
      unchanged: sameAs === 0 ? [] : [unchanged],
    })
    await store.finish(crawl.id, 'complete', at(day))
  }
  await store.close()
}

beforeEach(async () => {
  space = await workspace()
  file = space.path('store.sqlite')
  config = await space.write(
    'audit.yaml',
    'store: store.sqlite\nasOf: 2026-11-16\nretention: { runs: P6M, crawls: P3M }\n',
  )
  await makeRuns()
  await sealAndReview()
  await makeCrawls()
})
afterEach(() => space.remove())

async function pruned(...flags: readonly string[]): Promise<Pruned> {
  const { code, out, err } = await portalAudit('history', 'prune', '-c', config, '--json', ...flags)
  expect(err).toBe('')
  expect(code).toBe(0)
  return JSON.parse(out) as Pruned
}

/** Every row of every table that pruning may touch. */
function everything(): Record<string, number> {
  const database = new Database(file)
  expect(database.pragma('foreign_key_check')).toEqual([])
  const tables = [
    'run',
    'observation',
    'verdict',
    'finding',
    'crawl',
    'crawl_answer',
    'crawl_unchanged',
    'body',
    'sealing',
    'review',
  ]
  const counts = tables.map((table) => [
    table,
    database.prepare(`select count(*) from ${table}`).pluck().get(),
  ])
  database.close()
  return Object.fromEntries(counts) as Record<string, number>
}

describe('pruning', () => {
  it('takes what is old and was never circulated, and leaves all that a sealed period rests on', async () => {
    const before = everything()
    const gone = await pruned()
    expect(gone.runs.gone.map(({ id }) => id)).toEqual(['forgotten', 'stale'])
    expect(Object.fromEntries(gone.runs.kept.map(({ id, why }) => [id, why]))).toEqual({
      newest: ['newest', 'young'],
      reviewed: ['reviewed', 'baseline'],
      rechecked: ['rechecked'],
      sealed: ['sealed', 'baseline'],
      baseline: ['baseline'],
    })
    expect(gone.crawls.gone.map(({ id }) => id)).toEqual([3, 1])
    expect(gone.crawls.kept.map(({ id, why }) => [id, why])).toEqual([
      [4, ['newest', 'young']],
      [2, ['referred']],
    ])
    // The page that only the stale run saw, and the registries of both runs.
    expect(gone.bodies).toBe(3)
    expect(gone.bytes).toBeGreaterThan(0)
    expect(everything()).toEqual({
      ...before,
      run: 5,
      observation: 10,
      verdict: 10,
      finding: 10,
      crawl: 2,
      crawl_answer: 1,
      crawl_unchanged: 1,
      body: (before.body ?? 0) - 3,
    })
  })

  it('leaves sealed documents, evidence and chain readable', async () => {
    await pruned()
    const store = await openStore(file)
    for (const [id, , , page] of RUNS.slice(1, 3)) {
      expect((await store.run(id))?.registryFiles).toMatchObject({ 'units.csv': `id\n${id}\n` })
      expect(await store.verdicts(id)).toHaveLength(2)
      for (const { answer } of await store.observations(id))
        expect(await store.body((answer.kind === 'response' && answer.body) || '')).not.toBeNull()
      expect(await store.body(PAGES[page ?? 0]?.digest ?? '')).toEqual(PAGES[page ?? 0]?.bytes)
    }
    expect((await store.runBefore('sealed'))?.id).toBe('baseline')
    expect(await store.body(PAGES[0]?.digest ?? '')).toBeNull()
    expect(await store.body(SHARED.digest)).toEqual(SHARED.bytes)
    await store.close()

    const { sealings, documents } = await history(loadConfig({ file: config, environment: {}, flags: {} }))
    expect(sealings.map(({ isSound }) => isSound)).toEqual([true])
    expect(documents).toHaveLength(1)

    const crawls = await openCrawlStore(file)
    expect((await crawls.answers(4, [1]))[0]).toMatchObject({
      sameAs: 2,
      reply: { unchanged: true, status: 200 },
    })
    expect((await crawls.answers(4, [1]))[0]?.content).not.toBeNull()
    await crawls.close()
  })

  it('a dry run says the same and deletes nothing; a second pruning finds nothing', async () => {
    const before = everything()
    const dry = await pruned('--dry-run')
    expect(everything()).toEqual(before)
    expect(dry.freed).toBeNull()
    expect(await pruned()).toEqual({ ...dry, dryRun: false, freed: expect.any(Number) })
    const after = everything()
    const again = await pruned()
    expect([again.runs.gone, again.crawls.gone, again.bodies, again.bytes]).toEqual([[], [], 0, 0])
    expect(everything()).toEqual(after)
  })

  it('gives what was freed back to the disk, and says how many bytes', async () => {
    const store = await openStore(file)
    await store.addObservations('stale', [], [body(randomBytes(400_000).toString('hex'))])
    await store.close()
    const before = statSync(file).size
    const { freed } = await pruned()
    expect(freed).toBe(before - statSync(file).size)
    expect(freed).toBeGreaterThan(350_000)
    const { code, out } = await portalAudit('history', 'prune', '-c', config, '--lang', 'en')
    expect([code, out]).toEqual([0, expect.stringContaining('the database’s file is 0 bytes smaller')])
  })

  it('gives nothing back while another program is writing', async () => {
    const store = await openPruneStore(file, 50)
    const other = new Database(file)
    other.exec('begin immediate')
    await expect(store.vacuum()).rejects.toMatchObject({ name: 'InputError', exitCode: 73 })
    other.close()
    await store.close()
  })

  it('that was cut off is finished by the next one', async () => {
    const dry = await pruned('--dry-run')
    const store = await openPruneStore(file)
    expect(await store.removeRun('stale')).toBe(true)
    await store.removeCrawl(3)
    await store.close()
    const rest = await pruned()
    expect(rest.runs.gone.map(({ id }) => id)).toEqual(['forgotten'])
    expect(rest.crawls.gone.map(({ id }) => id)).toEqual([1])
    expect(rest.bodies).toBe(dry.bodies)
  })

  it('never takes what was reviewed or sealed, or a body that is pointed to, whoever asks for it', async () => {
    const store = await openPruneStore(file)
    expect(await store.removeRun('sealed')).toBe(false)
    expect(await store.removeRun('reviewed')).toBe(false)
    const before = everything()
    const named = [...PAGES, SHARED].map(({ digest }) => digest)
    const periods = await openPeriodStore(file)
    const documents = (await periods.sealings()).map(({ document }) => document)
    await periods.close()
    expect(await store.removeBodies([...named, ...documents])).toBe(0)
    expect(everything()).toEqual(before)
    await store.close()
  })
})

describe('history prune', () => {
  it.each([
    ['zh', ['已封存', '将清理检查 2 次、链接检查 2 次、网页内容 3 份', '未删除']],
    [
      'en',
      [
        'sealed, baseline of one that is kept',
        'would delete runs 2, crawls 2, bodies 3',
        'nothing was deleted',
      ],
    ],
  ])('says in %s what would go and why the rest stays', async (lang, words) => {
    const { code, out } = await portalAudit('history', 'prune', '-c', config, '--lang', lang, '--dry-run')
    expect(code).toBe(0)
    for (const word of words) expect(out).toContain(word)
  })

  it('reckons ages on the day that it is given', async () => {
    const { runs, asOf } = await pruned('--dry-run', '--as-of', '2026-05-01')
    expect(asOf).toBe('2026-05-01')
    expect(runs.gone).toEqual([])
  })

  it.each([
    ['no rule', '', 64, 'no retention rule is set in audit.yaml'],
    ['a rule that is none', 'retention: { runs: six months }\n', 78, 'such as P6M'],
  ])('is refused with %s', async (_, settings, exitCode, words) => {
    const path = await space.write('other.yaml', `store: store.sqlite\n${settings}`)
    const before = everything()
    const { code, err } = await portalAudit('history', 'prune', '-c', path)
    expect(code).toBe(exitCode)
    expect(err).toContain(words)
    expect(everything()).toEqual(before)
  })

  it('does not take options of history for its own, but a configuration that is named before it', async () => {
    const before = everything()
    expect((await portalAudit('history', 'prune', '-c', config, '--unit', '市民政局')).code).toBe(64)
    expect(everything()).toEqual(before)
    expect((await portalAudit('history', '-c', config, 'prune', '--dry-run')).code).toBe(0)
  })

  it('is refused while an audit is at work', async () => {
    const lock = lockWork(file, 'audit')
    const { code, err } = await portalAudit('history', 'prune', '-c', config)
    lock.release()
    expect(code).toBe(73)
    expect(err).toContain('another portal-audit')
  })
})
