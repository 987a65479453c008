import { describe, expect, it } from 'vitest'
import { openStore } from '../../src/store/open-store.ts'
import { auditArena } from '../bench/crash/audit-arena.ts'
import { crawlArena } from '../bench/crash/crawl-arena.ts'
import { trials } from '../bench/crash/trials.ts'
import { runStart } from '../store/examples.ts'
import { portalAudit } from '../support/command-line.ts'
import { sealedStore } from '../support/sealed-store.ts'
import { workspace } from '../support/workspace.ts'

const SEED = 5

// The same with a hundred moments each: npm run bench:crash.
describe('kill -9 at random moments, then --resume', () => {
  it.concurrent('ends a crawl as if nothing had happened', async () => {
    const outcome = await trials(() => crawlArena(200), { moments: 7, seed: SEED, atOnce: 2 })
    expect(outcome.faults).toEqual([])
    expect(outcome.kills.length).toBeGreaterThanOrEqual(7)
  }, 300_000)

  it.concurrent('ends an audit as if nothing had happened', async () => {
    const outcome = await trials(() => auditArena(['市民政局']), { moments: 5, seed: SEED, atOnce: 2 })
    expect(outcome.faults).toEqual([])
    expect(outcome.kills.length).toBeGreaterThanOrEqual(5)
  }, 300_000)
})

describe('--resume', () => {
  it('of a crawl says so when there is nothing to resume', async () => {
    const space = await workspace()
    const store = space.path('nothing.db')
    const ended = await portalAudit('crawl', 'http://127.0.0.1:1/', '--resume', '--store', store)
    expect(ended.code).toBe(64)
    expect(ended.err).toContain('no unfinished crawl')
    await space.remove()
  })

  it('of an audit says so when there is nothing to resume', async () => {
    const arena = await auditArena([])
    const ended = await portalAudit(...arena.args(true))
    expect(ended.code).toBe(64)
    expect(ended.err).toContain('no unfinished run')
    await arena.close()
  })

  it('of an audit says so when a later one has taken its place', async () => {
    const space = await sealedStore('')
    const store = await openStore(space.store)
    await store.startRun(runStart('r2', { startedAt: Date.parse('2026-11-21T02:00:00.000Z') }))
    await store.finishRun('r2', 'complete', Date.parse('2026-11-21T03:00:00.000Z'))
    await store.close()
    const ended = await portalAudit('audit', '--resume', '-c', space.config)
    expect([ended.code, ended.out]).toEqual([64, ''])
    expect(ended.err).toContain('run r1 was not finished, but a later one of the same scope was')
    await space.remove()
  })
})
