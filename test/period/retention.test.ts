import { describe, expect, it } from 'vitest'
import { type Day, dayAt } from '../../src/core/day.ts'
import { type DatedCrawl, type DatedRun, retainCrawls, retainRuns } from '../../src/period/retention.ts'

const AS_OF = '2026-11-16' as Day

const startOf = (day: string) => {
  const startedAt = Date.parse(`${day}T10:00:00+08:00`)
  return { startedAt, startedOn: dayAt(startedAt) }
}

const run = (id: string, day: string, change: Partial<DatedRun> = {}): DatedRun => ({
  id,
  kind: 'audit',
  state: 'complete',
  scope: 'all',
  ...startOf(day),
  ...change,
})

const NEW = run('new', '2026-11-10')
const NOBODY = { sealed: [], reviewed: [], rechecked: [] }

describe('of runs kept for six months', () => {
  it.each<
    readonly [string, readonly DatedRun[], Partial<Record<keyof typeof NOBODY, string[]>>, object, string[]]
  >([
    ['nothing', [], {}, {}, []],
    ['the only one, long ago', [run('a', '2020-01-01')], {}, { a: ['newest'] }, []],
    [
      'a day short of six months',
      [NEW, run('a', '2026-05-17')],
      {},
      { new: ['newest', 'young'], a: ['young', 'baseline'] },
      [],
    ],
    [
      'six months to the day, but the baseline of a young one',
      [NEW, run('a', '2026-05-16'), run('b', '2026-05-15')],
      {},
      { new: ['newest', 'young'], a: ['baseline'] },
      ['b'],
    ],
    [
      'old and sealed, with its baseline, whose own baseline goes',
      [NEW, run('p', '2026-04-09'), run('a', '2026-04-01'), run('b', '2026-03-01'), run('c', '2026-02-01')],
      { sealed: ['a'] },
      { new: ['newest', 'young'], p: ['baseline'], a: ['sealed'], b: ['baseline'] },
      ['c'],
    ],
    [
      'a baseline is a complete audit of the same scope',
      [
        run('u', '2026-04-02', { scope: 'unit' }),
        run('a', '2026-04-01'),
        run('b', '2026-03-04', { state: 'unreliable' }),
        run('c', '2026-03-03', { scope: 'unit' }),
        run('d', '2026-03-02', { kind: 'recheck' }),
        run('e', '2026-03-01'),
      ],
      { sealed: ['a'] },
      { u: ['newest'], a: ['sealed', 'newest'], c: ['baseline'], e: ['baseline'] },
      ['b', 'd'],
    ],
    [
      'reviewed, rechecked, each reason named',
      [
        NEW,
        run('k', '2026-01-09', { kind: 'recheck' }),
        run('a', '2026-01-03', { state: 'unreliable' }),
        run('z', '2026-01-02', { kind: 'recheck' }),
        run('y', '2026-01-01', { state: 'unreliable' }),
      ],
      { reviewed: ['a', 'k'], rechecked: ['k'] },
      { new: ['newest', 'young'], k: ['reviewed', 'rechecked'], a: ['reviewed'] },
      ['z', 'y'],
    ],
    [
      'one that can be resumed, not the one that was left before it',
      [
        NEW,
        run('r', '2026-01-05', { state: 'running', scope: 'unit' }),
        run('q', '2026-01-04', { state: 'running', scope: 'unit' }),
        run('b', '2026-01-03', { scope: 'unit' }),
      ],
      {},
      { new: ['newest', 'young'], r: ['unfinished'], b: ['newest', 'baseline'] },
      ['q'],
    ],
    [
      'none that a later one of its scope has replaced',
      [
        NEW,
        run('r', '2026-01-05', { state: 'running' }),
        run('q', '2026-01-04', { state: 'running', scope: 'unit' }),
      ],
      {},
      { new: ['newest', 'young'], q: ['unfinished'] },
      ['r'],
    ],
  ])('%s', (_, runs, held, kept, going) => {
    const { sealed, reviewed, rechecked } = { ...NOBODY, ...held }
    const sets = { sealed: new Set(sealed), reviewed: new Set(reviewed), rechecked: new Set(rechecked) }
    const sorted = retainRuns(runs, sets, 'P6M', AS_OF)
    expect(Object.fromEntries(sorted.kept.map(({ one, why }) => [one.id, why]))).toEqual(kept)
    expect(sorted.going.map(({ id }) => id)).toEqual(going)
    expect(retainRuns(runs, sets, null, AS_OF).going).toEqual([])
  })
})

const crawl = (id: number, day: string, change: Partial<DatedCrawl> = {}): DatedCrawl => ({
  id,
  site: 1,
  state: 'complete',
  refersTo: [],
  ...startOf(day),
  ...change,
})

describe('of crawls kept for three months', () => {
  it.each<readonly [string, readonly DatedCrawl[], object, number[]]>([
    ['nothing', [], {}, []],
    [
      'the only one of each site',
      [crawl(2, '2020-01-02', { site: 2 }), crawl(1, '2020-01-01')],
      { 2: ['newest'], 1: ['newest'] },
      [],
    ],
    [
      'three months to the day',
      [crawl(3, '2026-11-10'), crawl(2, '2026-08-17'), crawl(1, '2026-08-16')],
      { 3: ['newest', 'young'], 2: ['young'] },
      [1],
    ],
    [
      'what one that stays refers to, and what that refers to',
      [
        crawl(4, '2026-11-10', { refersTo: [2] }),
        crawl(3, '2026-03-03', { refersTo: [1] }),
        crawl(2, '2026-03-02', { refersTo: [1] }),
        crawl(1, '2026-03-01'),
      ],
      { 4: ['newest', 'young'], 2: ['referred'], 1: ['referred'] },
      [3],
    ],
    [
      'the newest and the newest complete one',
      [crawl(3, '2026-03-03', { state: 'unreliable' }), crawl(2, '2026-03-02'), crawl(1, '2026-03-01')],
      { 3: ['newest'], 2: ['newest'] },
      [1],
    ],
    [
      'one that can be resumed, and the one before it',
      [
        crawl(5, '2026-03-05'),
        crawl(4, '2026-03-04', { state: 'running' }),
        crawl(3, '2026-03-03', { state: 'unreliable' }),
        crawl(2, '2026-03-02'),
        crawl(1, '2026-03-01'),
      ],
      { 5: ['newest'], 4: ['unfinished'], 2: ['baseline'] },
      [3, 1],
    ],
  ])('%s', (_, crawls, kept, going) => {
    const sorted = retainCrawls(crawls, 'P3M', AS_OF)
    expect(Object.fromEntries(sorted.kept.map(({ one, why }) => [one.id, why]))).toEqual(kept)
    expect(sorted.going.map(({ id }) => id)).toEqual(going)
    expect(retainCrawls(crawls, null, AS_OF).going).toEqual([])
  })
})
