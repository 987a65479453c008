import { afterAll, beforeAll, expect, it } from 'vitest'
import { openPeriodStore, openStore } from '../../src/store/open-store.ts'
import { type Workspace, workspace } from '../support/workspace.ts'
import { runStart } from './examples.ts'
import { startScript } from './start-script.ts'

const FINDINGS = 120

let space: Workspace
let file: string
beforeAll(async () => {
  space = await workspace()
  file = space.path('store.sqlite')
  const runs = await openStore(file)
  await runs.startRun(runStart('r1'))
  await runs.close()
})
afterAll(() => space.remove())

it('two people who review at once, in two processes, lose nothing and contradict nothing', async () => {
  const people = [
    startScript('reviewer.ts', file, '李四', 'confirmed', String(FINDINGS)),
    startScript('reviewer.ts', file, '王五', 'dismissed', String(FINDINGS)),
  ]
  const ends = await Promise.all(people.map((one) => one.ended))
  expect(ends).toEqual([
    { code: 0, err: '' },
    { code: 0, err: '' },
  ])
  const store = await openPeriodStore(file)
  const reviews = await store.reviews('r1').finally(() => store.close())
  expect(reviews).toHaveLength(FINDINGS)
  expect(new Set(reviews.map((one) => one.fingerprint)).size).toBe(FINDINGS)
  const by = (reviewer: string): number => reviews.filter((one) => one.reviewer === reviewer).length
  expect(people.map((one) => one.lines())).toEqual([by('李四'), by('王五')])
  expect(reviews.every((one) => (one.reviewer === '李四') === (one.decision === 'confirmed'))).toBe(true)
})
