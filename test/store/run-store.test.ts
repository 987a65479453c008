import fc from 'fast-check'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { RunStore } from '../../src/store/run-store.ts'
import { observations, verdicts } from './arbitraries.ts'
import { body, failedVerdict, observation, runStart } from './examples.ts'
import { type CreateStores, DATABASES, type Database, type Stores } from './stores.ts'

const ids = (runs: readonly { readonly id: string }[]): readonly string[] => runs.map((run) => run.id)

describe.each(DATABASES)('the run store in %s', (_name, open) => {
  let database: Database
  const create: CreateStores = () => database.create()

  beforeAll(async () => {
    database = await open()
  })
  afterAll(() => database.close())

  let stores: Stores
  let store: RunStore

  beforeEach(async () => {
    stores = await create()
    store = await stores.runs()
  })

  afterEach(async () => {
    await store.close()
    await stores.remove()
  })

  describe('runs', () => {
    it('come back as they were started, the registry’s files byte for byte', async () => {
      const start = runStart('a', { units: ['民政局', '财政局'], items: ['2.18', '1.1'] })
      await store.startRun(start)
      expect(await store.run('a')).toEqual({ ...start, state: 'running', finishedAt: null })
      await store.finishRun('a', 'unreliable', 1_768_435_300_000)
      expect(await store.run('a')).toEqual({ ...start, state: 'unreliable', finishedAt: 1_768_435_300_000 })
      expect(await store.run('b')).toBeNull()
    })

    it('are listed with the newest first', async () => {
      for (const [id, startedAt] of [
        ['b', 2],
        ['c', 3],
        ['a', 1],
      ] as const) {
        await store.startRun(runStart(id, { startedAt }))
      }
      expect(ids(await store.runs())).toEqual(['c', 'b', 'a'])
    })

    it.each<
      [string, readonly (readonly [string, 'running' | 'complete' | 'unreliable', string?])[], string | null]
    >([
      ['none', [], null],
      [
        'the newest',
        [
          ['a', 'running'],
          ['b', 'running'],
        ],
        'b',
      ],
      [
        'not one that a later one has replaced',
        [
          ['a', 'running'],
          ['b', 'complete'],
        ],
        null,
      ],
      [
        'one after which another was unreliable',
        [
          ['a', 'running'],
          ['b', 'unreliable'],
        ],
        'a',
      ],
      [
        'one before which another was complete',
        [
          ['a', 'complete'],
          ['b', 'running'],
        ],
        'b',
      ],
      [
        'one after which other units were done',
        [
          ['a', 'running'],
          ['b', 'complete', '民政局'],
        ],
        'a',
      ],
      [
        'an earlier one where the newest was replaced',
        [
          ['a', 'running'],
          ['b', 'running', '民政局'],
          ['c', 'complete', '民政局'],
        ],
        'a',
      ],
    ])('that were not finished can be found: %s', async (_what, runs, found) => {
      for (const [startedAt, [id, state, unit]] of runs.entries()) {
        await store.startRun(runStart(id, { startedAt, units: unit === undefined ? [] : [unit] }))
        if (state !== 'running') await store.finishRun(id, state, 9)
      }
      expect((await store.unfinishedRun())?.id ?? null).toBe(found)
    })

    it('are neither started twice nor finished when they are not there', async () => {
      await store.startRun(runStart('a'))
      await expect(store.startRun(runStart('a'))).rejects.toThrow(/unique/i)
      await expect(store.finishRun('b', 'complete', 9)).rejects.toThrow('no run b')
    })
  })

  describe('the run before', () => {
    it.each([
      {
        what: 'the newest complete one',
        earlier: [
          { id: 'x', startedAt: 1 },
          { id: 'y', startedAt: 2 },
        ],
        before: 'y',
      },
      {
        what: 'not one that started later',
        earlier: [
          { id: 'x', startedAt: 1 },
          { id: 'y', startedAt: 11 },
        ],
        before: 'x',
      },
      {
        what: 'not an unreliable one',
        earlier: [
          { id: 'x', startedAt: 1 },
          { id: 'y', startedAt: 2, state: 'unreliable' as const },
        ],
        before: 'x',
      },
      { what: 'not an unfinished one', earlier: [{ id: 'y', startedAt: 2, state: null }], before: null },
      {
        what: 'not one of other units',
        earlier: [{ id: 'y', startedAt: 2, units: ['财政局'] }],
        before: null,
      },
      { what: 'not one of other items', earlier: [{ id: 'y', startedAt: 2, items: ['1.1'] }], before: null },
      {
        what: 'one whose units were named in another order',
        earlier: [{ id: 'y', startedAt: 2, units: ['b', 'a'] }],
        units: ['a', 'b'],
        before: 'y',
      },
    ])('is $what', async ({ earlier, units = [], before }) => {
      for (const { id, state = 'complete', ...rest } of earlier as readonly {
        readonly id: string
        readonly startedAt: number
        readonly state?: 'complete' | 'unreliable' | null
      }[]) {
        await store.startRun(runStart(id, rest))
        if (state !== null) await store.finishRun(id, state, 9)
      }
      await store.startRun(runStart('given', { startedAt: 10, units }))
      await store.finishRun('given', 'complete', 12)
      expect((await store.runBefore('given'))?.id ?? null).toBe(before)
    })

    it('is none for a run that is not there', async () => {
      expect(await store.runBefore('nowhere')).toBeNull()
    })
  })

  describe('observations', () => {
    it('come back exactly, in the order of their ids, whatever they hold', async () => {
      let run = 0
      await fc.assert(
        fc.asyncProperty(observations, async (given) => {
          run += 1
          await store.startRun(runStart(`run ${run}`))
          await store.addObservations(`run ${run}`, given, [])
          const sorted = [...given].sort((a, b) => (a.id < b.id ? -1 : 1))
          expect(await store.observations(`run ${run}`)).toEqual(sorted)
        }),
        { numRuns: 60 },
      )
    })

    it('are never changed by a second one of the same id, nor mixed with those of another run', async () => {
      await store.startRun(runStart('a'))
      await store.startRun(runStart('b'))
      const first = observation('1')
      await store.addObservations('a', [first], [])
      await store.addObservations('a', [{ ...first, attempts: 9 }, observation('2')], [])
      await store.addObservations('b', [{ ...first, attempts: 5 }], [])
      expect((await store.observations('a')).map((one) => one.attempts)).toEqual([1, 1])
      expect((await store.observations('b')).map((one) => one.attempts)).toEqual([5])
    })

    it('are stored with their bodies or not at all', async () => {
      const page = body('页面')
      await expect(store.addObservations('no such run', [observation('1', page)], [page])).rejects.toThrow(
        /foreign key/i,
      )
      expect(await store.body(page.digest)).toBeNull()
    })

    it('may be thousands at a time', async () => {
      await store.startRun(runStart('a'))
      const many = Array.from({ length: 2_500 }, (_, index) => observation(String(index).padStart(5, '0')))
      await store.addObservations('a', many, [])
      expect(await store.observations('a')).toEqual(many)
    })

    it('may be added by several callers at once', async () => {
      await store.startRun(runStart('a'))
      const callers = Array.from({ length: 20 }, (_, index) =>
        store.addObservations('a', [observation(`${index}`, body(`${index}`))], [body(`${index}`)]),
      )
      await Promise.all(callers)
      expect(await store.observations('a')).toHaveLength(20)
    })
  })

  describe('verdicts', () => {
    it('come back exactly and in their order, whatever they hold', async () => {
      await store.startRun(runStart('a'))
      await fc.assert(
        fc.asyncProperty(verdicts, async (given) => {
          await store.replaceVerdicts('a', given)
          expect(await store.verdicts('a')).toEqual(given)
        }),
        { numRuns: 60 },
      )
    })

    it('replace those of their run and leave other runs alone', async () => {
      await store.startRun(runStart('a'))
      await store.startRun(runStart('b'))
      await store.replaceVerdicts('a', [failedVerdict('1'), failedVerdict('2')])
      await store.replaceVerdicts('b', [failedVerdict('3')])
      await store.replaceVerdicts('a', [failedVerdict('4')])
      expect(await store.verdicts('a')).toEqual([failedVerdict('4')])
      expect(await store.verdicts('b')).toEqual([failedVerdict('3')])
    })

    it('stay as they were when the new ones cannot be written', async () => {
      await store.startRun(runStart('a'))
      await store.replaceVerdicts('a', [failedVerdict('1')])
      const broken = { ...failedVerdict('2'), unit: null as unknown as string }
      await expect(store.replaceVerdicts('a', [failedVerdict('3'), broken])).rejects.toThrow(/not.null/i)
      expect(await store.verdicts('a')).toEqual([failedVerdict('1')])
    })

    it('may be tens of thousands', async () => {
      await store.startRun(runStart('a'))
      const many = Array.from({ length: 20_000 }, (_, index) => failedVerdict(`${index}`))
      await store.replaceVerdicts('a', many)
      expect(await store.verdicts('a')).toEqual(many)
    })
  })
})
