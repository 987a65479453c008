import { randomBytes } from 'node:crypto'
import Database from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { digestOf } from '../../src/store/bodies.ts'
import { openStore } from '../../src/store/open-store.ts'
import type { RunStore } from '../../src/store/run-store.ts'
import { type Workspace, workspace } from '../support/workspace.ts'
import { body, observation, runStart } from './examples.ts'

let space: Workspace
let store: RunStore

beforeEach(async () => {
  space = await workspace()
  store = await openStore(space.path('store.sqlite'))
})

afterEach(async () => {
  await store.close()
  await space.remove()
})

const inFile = (sql: string): unknown => {
  const database = new Database(space.path('store.sqlite'))
  try {
    const statement = database.prepare(sql)
    return statement.reader ? statement.pluck().all() : statement.run()
  } finally {
    database.close()
  }
}

const withBytes = (bytes: Uint8Array) => ({ digest: digestOf(bytes), bytes })

describe('bodies', () => {
  it.each([
    ['empty', new Uint8Array(0)],
    ['one byte', new Uint8Array([0])],
    ['a page', new TextEncoder().encode('<p>政府信息公开</p>'.repeat(1_000))],
    ['what cannot be compressed', new Uint8Array(randomBytes(50_000))],
    ['a part of a larger buffer', new Uint8Array(randomBytes(100)).subarray(10, 20)],
    ['4 MB', new Uint8Array(4 * 1024 * 1024).fill(7)],
  ])('come back byte for byte: %s', async (_what, bytes) => {
    await store.startRun(runStart('a'))
    const kept = withBytes(bytes)
    await store.addObservations('a', [observation('1', kept)], [kept])
    const read = await store.body(kept.digest)
    expect(Buffer.compare(read ?? new Uint8Array(1), bytes)).toBe(0)
    expect(read?.constructor).toBe(Uint8Array)
  })

  it('are null when they are not there', async () => {
    expect(await store.body('0'.repeat(64))).toBeNull()
  })

  it('are stored once however many observations and runs have them, registry files too', async () => {
    const page = body('<p>同一页</p>')
    for (const run of ['a', 'b', 'c']) {
      await store.startRun(runStart(run))
      await store.addObservations(run, [observation('1', page), observation('2', page)], [page, page])
    }
    expect(inFile('select count(*) from body')).toEqual([3])
  })

  it('take far less room than the pages, and never more than their bytes', async () => {
    await store.startRun(runStart('a', { registryFiles: {} }))
    const page = withBytes(
      new TextEncoder().encode('<li><a href="/art/1.html">关于公布规范性文件的通知</a></li>'.repeat(500)),
    )
    const noise = withBytes(new Uint8Array(randomBytes(1_000)))
    await store.addObservations('a', [], [page, noise])
    const [small, large] = inFile(
      'select length(content) from body order by length(content)',
    ) as readonly number[]
    expect(small).toBeLessThan(page.bytes.byteLength / 10)
    expect(large).toBe(1_000)
  })

  it.each([
    ['bytes that are no archive', `update body set content = x'00ff00'`],
    ['other bytes than were stored', `update body set encoding = 'identity'`],
  ])('are refused as evidence when they hold %s', async (_what, damage) => {
    await store.startRun(runStart('a', { registryFiles: {} }))
    const page = body('<p>证据</p>'.repeat(100))
    await store.addObservations('a', [], [page])
    inFile(damage)
    await expect(store.body(page.digest)).rejects.toMatchObject({
      name: 'InputError',
      exitCode: 78,
      message: expect.stringContaining('damaged'),
    })
  })
})
