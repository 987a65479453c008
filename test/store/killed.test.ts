import { setTimeout as sleep } from 'node:timers/promises'
import Database from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openStore } from '../../src/store/open-store.ts'
import { type Workspace, workspace } from '../support/workspace.ts'
import { startScript } from './start-script.ts'

const BATCH = 300
const VERDICTS = 1_000
/** Milliseconds after a batch at which its successor is cut off; one takes some 60. */
const DELAYS = [1, 8, 15, 22, 29, 36, 43, 50, 57]

let space: Workspace

beforeEach(async () => {
  space = await workspace()
})

afterEach(() => space.remove())

/** Starts a writer and kills it with SIGKILL so many milliseconds after its so-manieth batch. */
async function killWriter(file: string, batches: number, delay: number): Promise<number> {
  const writer = startScript('writer.ts', file, 'a', '100000')
  while (writer.lines() < batches && writer.child.exitCode === null) await sleep(1)
  await sleep(delay)
  writer.child.kill('SIGKILL')
  const { err } = await writer.ended
  expect(err).toBe('')
  expect(writer.child.signalCode).toBe('SIGKILL')
  return writer.lines()
}

describe('a store whose writer was killed with SIGKILL', () => {
  it('is sound, keeps every batch that was reported, and holds no half of one', async () => {
    const file = space.path('store.sqlite')
    let reported = 0
    for (const delay of DELAYS) {
      reported += await killWriter(file, 1, delay)
      const database = new Database(file)
      expect(database.pragma('integrity_check', { simple: true })).toBe('ok')
      expect(database.pragma('foreign_key_check')).toEqual([])
      database.close()

      const store = await openStore(file)
      const observations = await store.observations('a')
      const counts = new Map<string, number>()
      for (const { id } of observations) {
        const batch = id.split('/').at(-2) ?? ''
        counts.set(batch, (counts.get(batch) ?? 0) + 1)
      }
      expect([...new Set(counts.values())]).toEqual([BATCH])
      expect(counts.size).toBeGreaterThanOrEqual(reported)
      for (const { answer } of observations) {
        const digest = answer.kind === 'response' ? answer.body : null
        expect(await store.body(digest ?? '')).not.toBeNull()
      }
      const verdicts = await store.verdicts('a')
      expect(verdicts).toHaveLength(VERDICTS)
      expect(new Set(verdicts.map((verdict) => verdict.rule)).size).toBe(1)
      reported = counts.size
      await store.close()
    }
  }, 120_000)

  it('is usable when the writer died while it made the file', async () => {
    for (const delay of [250, 300, 350, 400, 450, 500]) {
      const file = space.path(`${delay}.sqlite`)
      await killWriter(file, 0, delay)
      const store = await openStore(file)
      expect((await store.runs()).length).toBeLessThanOrEqual(1)
      await store.close()
    }
  }, 60_000)
})

describe('a store in several processes', () => {
  it('that write at once serves them all', async () => {
    const file = space.path('store.sqlite')
    const runs = ['a', 'b', 'c', 'd', 'e']
    const endings = await Promise.all(runs.map((run) => startScript('writer.ts', file, run, '8').ended))
    expect(endings).toEqual(runs.map(() => ({ code: 0, err: '' })))
    const store = await openStore(file)
    expect((await store.runs()).map((run) => run.id).sort()).toEqual(runs)
    for (const run of runs) {
      expect(await store.observations(run)).toHaveLength(8 * BATCH)
      expect(await store.verdicts(run)).toHaveLength(VERDICTS)
    }
    await store.close()
  }, 60_000)

  it('that make its file at the same moment is made once', async () => {
    const start = `${Date.now() + 2_500}`
    const runs = ['a', 'b', 'c', 'd']
    const openers = runs.map((run) => startScript('opener.ts', space.directory, run, '25', start).ended)
    expect(await Promise.all(openers)).toEqual(runs.map(() => ({ code: 0, err: '' })))
    for (let file = 0; file < 25; file += 1) {
      const store = await openStore(space.path(`${file}.sqlite`))
      expect((await store.runs()).map((run) => run.id).sort()).toEqual(runs)
      await store.close()
    }
  }, 60_000)
})
