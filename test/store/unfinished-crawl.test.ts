import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Address } from '../../src/core/address.ts'
import type { Crawl, CrawlStore } from '../../src/store/crawl-store.ts'
import { openCrawlStore } from '../../src/store/open-store.ts'
import { type Workspace, workspace } from '../support/workspace.ts'

const START = 'http://www.yunchuan.gov.example/' as Address
const OTHER = 'http://mzj.yunchuan.gov.example/' as Address
const [WHOLE, SHALLOW] = ['{"depth":null}', '{"depth":1}']

/** Crawls one after the other: where from, what of, and how they ended. */
type Earlier = readonly (readonly [start: Address, scope: string, state: Crawl['state']])[]

const CASES: readonly (readonly [what: string, crawls: Earlier, resumed: number | null])[] = [
  ['none', [], null],
  ['one that was killed', [[START, WHOLE, 'running']], 1],
  [
    'the newer of two',
    [
      [START, WHOLE, 'running'],
      [START, WHOLE, 'running'],
    ],
    2,
  ],
  ['not one that ended', [[START, WHOLE, 'complete']], null],
  [
    'one that was killed after another was complete',
    [
      [START, WHOLE, 'complete'],
      [START, WHOLE, 'running'],
    ],
    2,
  ],
  [
    'not one that a complete one has replaced',
    [
      [START, WHOLE, 'running'],
      [START, WHOLE, 'complete'],
    ],
    null,
  ],
  [
    'one before another that was unreliable',
    [
      [START, WHOLE, 'running'],
      [START, WHOLE, 'unreliable'],
    ],
    1,
  ],
  [
    'one before a complete one of another scope',
    [
      [START, WHOLE, 'running'],
      [START, SHALLOW, 'complete'],
    ],
    1,
  ],
  [
    'one before a complete one of another site',
    [
      [START, WHOLE, 'running'],
      [OTHER, WHOLE, 'complete'],
    ],
    1,
  ],
  ['not one of another site', [[OTHER, WHOLE, 'running']], null],
]

describe('the crawl that is gone on with', () => {
  let space: Workspace
  let store: CrawlStore
  beforeEach(async () => {
    space = await workspace()
    store = await openCrawlStore(space.path('store.sqlite'))
  })
  afterEach(async () => {
    await store.close()
    await space.remove()
  })

  it.each(CASES)('is %s', async (_what, crawls, resumed) => {
    for (const [at, [start, scope, state]] of crawls.entries()) {
      const { id } = await store.begin({ start, startedAt: at, scope, token: 'aa' })
      if (state !== 'running') await store.finish(id, state, at + 1)
    }
    expect((await store.unfinished(START))?.id ?? null).toBe(resumed)
  })
})
